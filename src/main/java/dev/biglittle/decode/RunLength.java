package dev.biglittle.decode;

/** Decides when a run of drafts is handed over to the large model although the small one is sure. */
interface RunLength {
    /** The small model took a step, whether its token became a draft or not. */
    default void stepped(Timing step) {
    }

    /** The token of that step became a draft. */
    void drafted(float probability);

    /** Whether the run is to be handed over now. */
    boolean isFull();

    /** The large model reviewed the run: its first {@code kept} drafts stand, and a new run begins. */
    void reviewed(int kept, Timing pass);
}
