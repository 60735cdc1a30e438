package dev.biglittle.pair;

/**
 * Thresholds that were measured on a pair.
 *
 * @param fallback alpha_FB, a probability
 * @param rollback alpha_RB, a distance -ln p
 * @param maxRun   longest run of small tokens, as {@link dev.biglittle.decode.Policy#maxRun} counts it
 */
public record Preset(double fallback, double rollback, int maxRun) {
}
