package dev.biglittle.evaluate.metric;

/** A score of many texts against their references that grows text by text. */
public interface CorpusScore {
    /** Adds one text and its reference. */
    void add(String hypothesis, String reference);

    /** The score of all texts added so far, 0 to 100; more is better. 0 if there are none. */
    double score();
}
