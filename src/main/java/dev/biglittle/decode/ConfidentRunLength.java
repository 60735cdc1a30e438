package dev.biglittle.decode;

/**
 * Hands a run over where the small model is not sure of all of it. Its probabilities, multiplied, are how likely it finds
 * that every draft stands; EAGLE-2 (Li et al., arXiv 2406.16858) grows its draft trees by the same product. The longer a
 * run is, the more goes with the first draft that does not stand.
 */
final class ConfidentRunLength implements RunLength {
    private final double threshold;
    private double confidence = 1;

    /** @param threshold 0 to 1; a run whose confidence is below it is handed over */
    ConfidentRunLength(double threshold) {
        this.threshold = threshold;
    }

    @Override
    public void drafted(float probability) {
        confidence *= probability;
    }

    @Override
    public boolean isFull() {
        return confidence < threshold;
    }

    @Override
    public void reviewed(int kept, Timing pass) {
        confidence = 1;
    }
}
