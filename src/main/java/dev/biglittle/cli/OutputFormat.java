package dev.biglittle.cli;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Origin;
import dev.biglittle.translate.TokenRun;
import dev.biglittle.translate.Transcript;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** How {@code translate} prints one text. Each form is one line. */
enum OutputFormat {
    /** The translation. */
    TEXT {
        @Override
        String line(String source, Mode mode, Transcript transcript) {
            return oneLine(transcript.text());
        }
    },
    /** The translation, each token coloured and marked by who wrote it. */
    ANSI {
        @Override
        String line(String source, Mode mode, Transcript transcript) {
            StringBuilder line = new StringBuilder();
            for (TokenRun token : transcript.tokens()) {
                String style = STYLES.get(token.origin());
                // bullets and spaces out of the source are nobody's
                line.append(token.text(), 0, token.copied());
                if (style.isEmpty() || token.written().isEmpty()) {
                    line.append(token.written());
                } else {
                    line.append("\u001b[").append(style).append('m').append(token.written()).append("\u001b[0m");
                }
            }
            return oneLine(line.append(transcript.after()).toString());
        }
    },
    /** One JSON object with every token, rollback and count. */
    JSON {
        @Override
        String line(String source, Mode mode, Transcript transcript) {
            return TranslationJson.of(source, mode, transcript);
        }
    };

    /** Colours near the window's, each with a second cue of its own: a line, two lines, bold; who drafted is not marked. */
    private static final Map<Origin, String> STYLES = Map.of(Origin.SMALL, "", Origin.FALLBACK, "38;5;208;4",
            Origin.HAND_OVER, "38;5;35;4", Origin.ROLLBACK, "38;5;170;1;4", Origin.LARGE, "38;5;33;21");

    abstract String line(String source, Mode mode, Transcript transcript);

    /** A line break within a text would look like the next text. */
    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ").stripTrailing();
    }

    static OutputFormat of(String label) {
        return Arrays.stream(values()).filter(f -> f.label().equals(label)).findFirst()
                .orElseThrow(() -> new UsageProblem("There is no format '" + label + "'; use one of "
                        + Arrays.stream(values()).map(OutputFormat::label).collect(Collectors.joining(", ")) + "."));
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
