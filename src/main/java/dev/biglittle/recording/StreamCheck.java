package dev.biglittle.recording;

import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.json.Fields;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;

/** Whether events could have come from a translation, so that whoever plays them need not ask. */
final class StreamCheck {
    private int sentences;
    /** Tokens of the present sentence. */
    private int size;
    private boolean finished;

    private StreamCheck() {
    }

    /** @throws Fields.Wrong that names the first event that does not fit */
    static void check(List<TranslationEvent> events) {
        StreamCheck check = new StreamCheck();
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
        if (event instanceof TranslationEvent.Planned) {
            return sentences == 0;
        }
        if (event instanceof TranslationEvent.SentenceStarted started) {
            size = 0;
            return started.index() == sentences++;
        }
        if (event instanceof TranslationEvent.Step step) {
            return step.sentence() == sentences - 1 && fits(step.event());
        }
        finished = true;
        return true;
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
            boolean fits = !back.dropped().isEmpty() && back.position() + back.dropped().size() == size;
            size = back.position() + 1;
            return fits;
        }
        if (event instanceof DecodeEvent.Written written) {
            return written.position() == size++;
        }
        return true;
    }
}
