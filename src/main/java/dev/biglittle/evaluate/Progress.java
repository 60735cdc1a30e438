package dev.biglittle.evaluate;

/** Told how far an evaluation is. */
public interface Progress {
    /**
     * A text has been translated under a setting.
     *
     * @param done  trials so far, those of an earlier run included
     * @param made  thereof those of this run
     * @param total trials of the whole evaluation
     */
    void trial(int done, int made, int total);
}
