package dev.biglittle.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.Candidates;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.decode.Timing;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceMemoryTest {
    private static final Policy POLICY = Policy.smallAlone();

    private static SentenceMemory.Recording recording(int steps) {
        TranslationEvent.Step step = new TranslationEvent.Step(0, new DecodeEvent.Drafted(0,
                new Candidates(new int[] {1}, new float[] {1}), new Timing(0, 0, 1)), "a", List.of("a"), List.of());
        return new SentenceMemory.Recording(Collections.nCopies(steps, step), Statistics.NONE);
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() {
        SentenceMemory memory = new SentenceMemory(10);
        memory.keep("a", POLICY, recording(4));
        memory.keep("b", POLICY, recording(4));
        assertThat(memory.find("a", POLICY)).isNotNull();
        memory.keep("c", POLICY, recording(5));
        assertThat(memory.find("b", POLICY)).isNull();
        assertThat(memory.find("a", POLICY)).isNotNull();
        assertThat(memory.find("c", POLICY)).isNotNull();
    }

    @Test
    void aSentenceKeptTwiceTakesItsRoomOnce() {
        SentenceMemory memory = new SentenceMemory(10);
        memory.keep("a", POLICY, recording(4));
        for (int i = 0; i < 5; i++) {
            memory.keep("b", POLICY, recording(6));
        }
        assertThat(memory.find("a", POLICY)).isNotNull();
    }

    @Test
    void aSentenceThatLeavesNoRoomForOthersIsNotKept() {
        SentenceMemory memory = new SentenceMemory(10);
        memory.keep("a", POLICY, recording(4));
        memory.keep("long", POLICY, recording(11));
        assertThat(memory.find("long", POLICY)).isNull();
        assertThat(memory.find("a", POLICY)).isNotNull();
    }
}
