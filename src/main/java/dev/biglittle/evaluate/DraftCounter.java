package dev.biglittle.evaluate;

import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.translate.TranslationEvent;
import java.util.Arrays;

/** Counts from the event stream what became of each draft. */
final class DraftCounter {
    private DraftAcceptance sum = DraftAcceptance.NONE;
    private int start;

    void accept(TranslationEvent event) {
        if (event instanceof TranslationEvent.Step step) {
            if (step.event() instanceof DecodeEvent.Reviewed reviewed) {
                start = reviewed.position();
                sum = sum.plus(allKept(reviewed.distances().size()));
            } else if (step.event() instanceof DecodeEvent.RolledBack back) {
                takeBack(back.position() - start, back.dropped().size());
            }
        }
    }

    private static DraftAcceptance allKept(int drafts) {
        int[] ones = new int[drafts];
        Arrays.fill(ones, 1);
        return new DraftAcceptance(ones, ones, new int[drafts]);
    }

    private void takeBack(int first, int count) {
        sum.replaced()[first]++;
        for (int i = first; i < first + count; i++) {
            sum.kept()[i]--;
        }
    }

    DraftAcceptance acceptance() {
        return sum;
    }
}
