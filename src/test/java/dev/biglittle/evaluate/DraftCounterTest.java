package dev.biglittle.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.Candidates;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Origin;
import dev.biglittle.decode.Timing;
import dev.biglittle.translate.TranslationEvent;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counting on a stream written by hand. */
class DraftCounterTest {
    private static final Candidates ANY = new Candidates(new int[] {7}, new float[] {0.5f});

    private final DraftCounter counter = new DraftCounter();

    private void tell(DecodeEvent event) {
        counter.accept(new TranslationEvent.Step(0, event, "", List.of(), List.of()));
    }

    private void review(int position, int drafts) {
        tell(new DecodeEvent.Reviewed(position, Collections.nCopies(drafts, 1f), Collections.nCopies(drafts, ANY),
                new Timing(0, 1, 1)));
    }

    @Test
    void draftsCountByTheirPositionInTheRun() {
        review(0, 3);
        tell(new DecodeEvent.Written(3, Origin.HAND_OVER, ANY));
        review(4, 4);
        tell(new DecodeEvent.RolledBack(5, List.of(1, 2, 3), 4, ANY));
        review(6, 0);
        review(7, 1);
        tell(new DecodeEvent.RolledBack(7, List.of(1), 4, ANY));
        DraftAcceptance drafts = counter.acceptance();
        assertThat(drafts.reviewed()).containsExactly(3, 2, 2, 1);
        assertThat(drafts.kept()).containsExactly(2, 1, 1, 0);
        assertThat(drafts.replaced()).containsExactly(1, 1, 0, 0);
        assertThat(drafts.share(2)).isEqualTo(0.5);
        assertThat(drafts.plus(drafts).reviewed()).containsExactly(6, 4, 4, 2);
        assertThat(drafts.plus(DraftAcceptance.NONE).kept()).containsExactly(2, 1, 1, 0);
    }
}
