package dev.biglittle.app.marked;

import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.decode.Origin;
import dev.biglittle.translate.TokenRun;
import dev.biglittle.translate.Translator;
import java.util.ArrayList;
import java.util.List;

/** What is known of a token, in plain words. */
public final class TokenWords {
    private TokenWords() {
    }

    public static String origin(Origin origin) {
        return Messages.text("origin." + origin.label());
    }

    public static String originMeaning(Origin origin) {
        return Messages.text("origin." + origin.label() + ".meaning");
    }

    /** A token's text without the space before it; a name for the end of the text. */
    public static String name(String text) {
        if (text.equals(Translator.END_OF_TEXT)) {
            return Messages.text("token.end");
        }
        return text.isBlank() ? Messages.text("token.space") : text.strip();
    }

    /** Sentences about who wrote it, how sure each model was, and what stood there before. */
    public static List<String> facts(TokenRun token) {
        List<String> facts = new ArrayList<>();
        if (!token.replaced().isBlank()) {
            facts.add(Messages.text("token.replaced", token.replaced().strip()));
        }
        if (token.origin() == Origin.SMALL) {
            facts.add(Messages.text("token.smallSure", Numbers.percent(token.probability())));
            facts.add(Double.isNaN(token.distance()) ? Messages.text("token.unreviewed")
                    : Messages.text("token.distance", Numbers.twoDecimals(token.distance()),
                            Numbers.percentOfDistance(token.distance())));
        } else {
            facts.add(Messages.text("token.largeSure", Numbers.percent(token.probability()),
                    Numbers.twoDecimals(token.distance())));
            token.smallTop().stream().findFirst().ifPresent(thought -> facts.add(Messages.text("token.smallThought",
                    name(thought.text()), Numbers.percent(thought.probability()))));
        }
        return facts;
    }

    /** Everything in one text, for screen readers. */
    public static String spoken(TokenRun token) {
        List<String> parts = new ArrayList<>();
        parts.add(name(token.written()) + ": " + origin(token.origin()) + ".");
        parts.addAll(facts(token));
        addAlternatives(parts, "token.smallTop", token.smallTop());
        addAlternatives(parts, "token.largeTop", token.largeTop());
        return String.join(" ", parts);
    }

    private static void addAlternatives(List<String> parts, String title, List<TokenRun.Candidate> candidates) {
        if (!candidates.isEmpty()) {
            parts.add(Messages.text(title) + ": " + String.join(", ", candidates.stream()
                    .map(c -> name(c.text()) + " " + Numbers.percent(c.probability())).toList()) + ".");
        }
    }
}
