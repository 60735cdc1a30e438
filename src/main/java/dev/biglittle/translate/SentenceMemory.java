package dev.biglittle.translate;

import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How sentences were written, so that a text with one changed sentence costs one sentence. Greedy decoding gives the
 * same steps for the same sentence, policy and pair; a memory therefore serves one pair only. What was not used for
 * longest is forgotten first. Not thread-safe.
 */
public final class SentenceMemory {
    /**
     * One sentence as it was written.
     *
     * @param steps everything the decoder reported, in order
     */
    record Recording(List<TranslationEvent.Step> steps, Statistics statistics) {
        /** @param sentence the number the sentence has now */
        void play(int sentence, Consumer<TranslationEvent> events) {
            steps.forEach(step -> events.accept(step.in(sentence)));
        }
    }

    private record Key(String sentence, Policy policy) {
    }

    private final int mostSteps;
    private final Map<Key, Recording> recordings = new LinkedHashMap<>(16, 0.75f, true);
    private int steps;

    /** @param mostSteps the room there is; a step takes some 300 bytes, a token of a translation 1 to 2 steps */
    public SentenceMemory(int mostSteps) {
        this.mostSteps = mostSteps;
    }

    /** Remembers nothing. */
    public static SentenceMemory none() {
        return new SentenceMemory(0);
    }

    /** How that sentence was written; null if it is not known. */
    Recording find(String sentence, Policy policy) {
        return recordings.get(new Key(sentence, policy));
    }

    void keep(String sentence, Policy policy, Recording recording) {
        if (recording.steps().size() > mostSteps) {
            return;
        }
        Recording before = recordings.put(new Key(sentence, policy), recording);
        steps += recording.steps().size() - (before == null ? 0 : before.steps().size());
        Iterator<Recording> oldest = recordings.values().iterator();
        while (steps > mostSteps) {
            steps -= oldest.next().steps().size();
            oldest.remove();
        }
    }
}
