package dev.biglittle.recording;

import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.json.Fields;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;

/** Whether events could have come from a translation, so that whoever plays them need not ask. */
final class StreamCheck {
    /** Of the source, in chars. */
    private final int length;
    /** How many sentences are to come in all; -1 before that is known. */
    private int planned = -1;
    private int sentences;
    /** Tokens of the present sentence. */
    private int size;
    /** Whether the large model has just spoken, so that what it takes back or writes may follow. */
    private boolean reviewed;
    private boolean finished;

    private StreamCheck(int length) {
        this.length = length;
    }

    /** @throws Fields.Wrong that names the first event that does not fit */
    static void check(String source, List<TranslationEvent> events) {
        StreamCheck check = new StreamCheck(source.length());
        for (int i = 0; i < events.size(); i++) {
            if (!check.fits(events.get(i))) {
                throw new Fields.Wrong("wrong.order", i);
            }
        }
        if (!check.finished) {
            throw new Fields.Wrong("wrong.cutOff");
        }
    }

    private boolean fits(TranslationEvent event) {
        if (finished) {
            return false;
        }
        if (event instanceof TranslationEvent.Planned plan) {
            boolean first = planned < 0;
            planned = plan.sentences().size();
            return first && plan.sentences().stream().allMatch(s -> isWithin(s.start(), s.start() + s.text().length()));
        }
        if (event instanceof TranslationEvent.SentenceStarted started) {
            size = 0;
            reviewed = false;
            return started.index() == sentences++ && sentences <= planned && isWithin(started.start(), started.end());
        }
        if (event instanceof TranslationEvent.Step step) {
            boolean fits = step.sentence() == sentences - 1 && fits(step.event());
            reviewed = step.event() instanceof DecodeEvent.Reviewed;
            return fits;
        }
        finished = true;
        return true;
    }

    private boolean isWithin(int start, int end) {
        return start <= end && end <= length;
    }

    private boolean fits(DecodeEvent event) {
        if (event instanceof DecodeEvent.Drafted drafted) {
            return drafted.position() == size++;
        }
        if (event instanceof DecodeEvent.FellBack fellBack) {
            return fellBack.position() == size;
        }
        if (event instanceof DecodeEvent.Reviewed reviewed) {
            return reviewed.position() + reviewed.distances().size() == size;
        }
        if (event instanceof DecodeEvent.RolledBack back) {
            boolean fits = reviewed && !back.dropped().isEmpty() && back.position() + back.dropped().size() == size;
            size = back.position() + 1;
            return fits;
        }
        if (event instanceof DecodeEvent.Written written) {
            return reviewed && written.position() == size++;
        }
        return true;
    }
}
