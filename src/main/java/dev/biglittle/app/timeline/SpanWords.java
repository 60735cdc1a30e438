package dev.biglittle.app.timeline;

import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;

/** A model call in plain words. */
public final class SpanWords {
    private SpanWords() {
    }

    /** One sentence on what the call was, how much it read, how long it took, and when. */
    public static String sentence(Span span) {
        return Messages.text("span." + span.kind() + (span.gone() ? ".gone" : "")) + " "
                + Messages.text(span.read() == 1 ? "span.readOne" : "span.read", Numbers.count(span.read()),
                millis(span.nanos()), millis(span.start()));
    }

    /** A few letters for a call that is drawn wide enough; empty where the lane says it all. */
    static String name(Span span) {
        String key = "span." + span.kind() + ".short";
        return Messages.has(key) ? Messages.text(key) : "";
    }

    public static String millis(double nanos) {
        return (nanos < 99_950_000 ? Numbers.oneDecimal(nanos / 1e6) : Numbers.count((int) Math.round(nanos / 1e6)))
                + "\u00a0ms";
    }
}
