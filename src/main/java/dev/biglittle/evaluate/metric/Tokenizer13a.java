package dev.biglittle.evaluate.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a line into words as sacreBLEU's tokenizer {@code 13a} does (mteval-v13a of WMT), so that scores compare. */
final class Tokenizer13a {
    private static final Pattern SYMBOL = Pattern.compile("([{-~\\[-` -&(-+:-@/])");
    private static final Pattern STOP_AFTER_OTHER = Pattern.compile("([^0-9])([.,])");
    private static final Pattern STOP_BEFORE_OTHER = Pattern.compile("([.,])([^0-9])");
    private static final Pattern DASH_AFTER_DIGIT = Pattern.compile("([0-9])(-)");

    private Tokenizer13a() {
    }

    static List<String> split(String line) {
        String text = line.replace("<skipped>", "").replace("-\n", "").replace("\n", " ").replace("&quot;", "\"")
                .replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
        text = SYMBOL.matcher(" " + text + " ").replaceAll(" $1 ");
        text = STOP_AFTER_OTHER.matcher(text).replaceAll("$1 $2 ");
        text = STOP_BEFORE_OTHER.matcher(text).replaceAll(" $1 $2");
        text = DASH_AFTER_DIGIT.matcher(text).replaceAll("$1 $2 ");
        return words(text);
    }

    /** Splits where Python's {@code str.split()} does, which is not quite where Java would. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || isSpace(text.charAt(i));
            if (space && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return words;
    }

    private static boolean isSpace(char c) {
        return Character.isSpaceChar(c) || c >= '\t' && c <= '\r' || c >= '\u001c' && c <= '\u001f' || c == '\u0085';
    }
}
