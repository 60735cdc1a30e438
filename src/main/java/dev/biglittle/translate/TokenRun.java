package dev.biglittle.translate;

import dev.biglittle.decode.Origin;
import java.util.List;

/**
 * One token of a translation and what is known of it.
 *
 * @param sentence    sentence number from 0
 * @param id          token id
 * @param text        what it adds to the translation; the texts of all tokens joined are the translation
 * @param copied      how many chars at its beginning no model wrote: they stand so in the source before its sentence
 * @param origin      who wrote it
 * @param probability the writer's probability, 0 to 1
 * @param distance    -ln p under the large model; NaN where the large model never saw it
 * @param smallTop    the small model's candidates, best first; empty where it was not asked
 * @param largeTop    the large model's candidates, best first; empty where it was not asked
 * @param replaced    the rolled-back text that stood here; empty unless the origin is {@link Origin#ROLLBACK}
 */
public record TokenRun(int sentence, int id, String text, int copied, Origin origin, double probability,
                       double distance, List<Candidate> smallTop, List<Candidate> largeTop, String replaced) {
    public TokenRun {
        // -ln 1 is a negative zero, which would be written with its sign
        distance += 0.0;
    }

    /** A token a model thought of. */
    public record Candidate(String text, double probability) {
    }

    /** Whether it ends its sentence, and so adds no text; a token that is a space is not one. */
    public boolean isEndOfText() {
        List<Candidate> writer = origin == Origin.SMALL ? smallTop : largeTop;
        return text.isBlank() && !writer.isEmpty() && writer.get(0).text().equals(Translator.END_OF_TEXT);
    }

    /** What the model wrote, with the white space before it. */
    public String written() {
        return text.substring(copied);
    }

    TokenRun reviewed(double newDistance, List<Candidate> large) {
        return new TokenRun(sentence, id, text, copied, origin, probability, newDistance, smallTop, large, replaced);
    }
}
