package dev.biglittle.evaluate.metric;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * ROUGE-Lsum (Lin, <i>ROUGE: A Package for Automatic Evaluation of Summaries</i>, section 3.2), the F-measure, as the
 * Python package {@code rouge_score} computes {@code rougeLsum} without a stemmer: words are runs of a to z and 0 to 9
 * after lower-casing, sentences are lines. The score of a corpus is the mean over its texts.
 */
public final class RougeLsum implements CorpusScore {
    /** What was left at its default in {@code rouge_score}. */
    static final String SIGNATURE = "rougeLsum|fmeasure:mean|stemmer:no|sentences:lines";
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

    private double sum;
    private int texts;

    @Override
    public void add(String hypothesis, String reference) {
        sum += fMeasure(sentences(hypothesis), sentences(reference));
        texts++;
    }

    @Override
    public double score() {
        return texts == 0 ? 0 : 100 * sum / texts;
    }

    private static List<List<String>> sentences(String text) {
        List<List<String>> sentences = new ArrayList<>();
        for (String line : text.split("\n")) {
            List<String> words = new ArrayList<>();
            for (String word : NO_WORD.split(line.toLowerCase(Locale.ROOT))) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
            sentences.add(words);
        }
        return sentences;
    }

    private static double fMeasure(List<List<String>> found, List<List<String>> wanted) {
        Map<String, Integer> leftInFound = counts(found);
        Map<String, Integer> leftInWanted = counts(wanted);
        int hits = 0;
        for (List<String> sentence : wanted) {
            BitSet union = new BitSet(sentence.size());
            found.forEach(other -> markCommon(sentence, other, union));
            // as in ROUGE 1.5.5, no word of either side counts twice
            for (int i = union.nextSetBit(0); i >= 0; i = union.nextSetBit(i + 1)) {
                String word = sentence.get(i);
                if (leftInFound.get(word) > 0 && leftInWanted.get(word) > 0) {
                    hits++;
                    leftInFound.merge(word, -1, Integer::sum);
                    leftInWanted.merge(word, -1, Integer::sum);
                }
            }
        }
        return hits == 0 ? 0 : 2.0 * hits / (size(found) + size(wanted));
    }

    private static Map<String, Integer> counts(List<List<String>> sentences) {
        Map<String, Integer> counts = new HashMap<>();
        sentences.forEach(sentence -> sentence.forEach(word -> counts.merge(word, 1, Integer::sum)));
        return counts;
    }

    private static int size(List<List<String>> sentences) {
        return sentences.stream().mapToInt(List::size).sum();
    }

    /**
     * Marks the words of {@code wanted} that are in its longest common subsequence with {@code found}. There may be
     * several; where they tie, this is the one that {@code rouge_score} walks back along.
     */
    private static void markCommon(List<String> wanted, List<String> found, BitSet marks) {
        int[][] length = new int[wanted.size() + 1][found.size() + 1];
        for (int i = 1; i <= wanted.size(); i++) {
            for (int j = 1; j <= found.size(); j++) {
                length[i][j] = wanted.get(i - 1).equals(found.get(j - 1)) ? length[i - 1][j - 1] + 1
                        : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        int i = wanted.size();
        int j = found.size();
        while (i > 0 && j > 0) {
            if (wanted.get(i - 1).equals(found.get(j - 1))) {
                i--;
                j--;
                marks.set(i);
            } else if (length[i][j - 1] > length[i - 1][j]) {
                j--;
            } else {
                i--;
            }
        }
    }
}
