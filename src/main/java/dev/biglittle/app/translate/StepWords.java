package dev.biglittle.app.translate;

import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.marked.TokenWords;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Origin;
import dev.biglittle.translate.TranslationEvent;
import java.util.Optional;

/** Tells what just happened, for slow motion and step by step. */
final class StepWords {
    private StepWords() {
    }

    /** One sentence on the step; empty for steps that are not worth one. */
    static Optional<String> of(TranslationEvent.Step step) {
        DecodeEvent event = step.event();
        if (event instanceof DecodeEvent.Drafted drafted) {
            return told("step.drafted", TokenWords.name(step.smallTop().get(0)),
                    Numbers.percent(drafted.small().probability()));
        }
        if (event instanceof DecodeEvent.FellBack fellBack) {
            return told("step.fellBack", TokenWords.name(step.smallTop().get(0)),
                    Numbers.percent(fellBack.small().probability()));
        }
        if (event instanceof DecodeEvent.Reviewed reviewed && !reviewed.distances().isEmpty()) {
            float worst = reviewed.distances().stream().max(Float::compare).orElseThrow();
            int drafts = reviewed.distances().size();
            return told(drafts == 1 ? "step.reviewedOne" : "step.reviewed", Numbers.count(drafts),
                    Numbers.twoDecimals(worst));
        }
        if (event instanceof DecodeEvent.RolledBack back) {
            String came = TokenWords.name(step.largeTop().get(0).get(0));
            return told(back.dropped().size() == 1 ? "step.rolledBackOne" : "step.rolledBack",
                    Numbers.count(back.dropped().size()), came, Numbers.percentOfDistance(back.distance()));
        }
        if (event instanceof DecodeEvent.Written written) {
            String key = written.origin() == Origin.HAND_OVER ? "step.handedOver" : "step.written";
            return told(key, TokenWords.name(step.largeTop().get(0).get(0)),
                    Numbers.percent(written.large().probability()));
        }
        return Optional.empty();
    }

    private static Optional<String> told(String key, String... values) {
        return Optional.of(Messages.text(key, values));
    }
}
