package dev.biglittle.pair;

/**
 * Thresholds that were measured on a pair.
 *
 * @param fallback alpha_FB, a probability
 * @param rollback alpha_RB, a distance -ln p
 * @param maxRun   longest run of small tokens, 0 for no limit, or a number that the decoder's policy keeps for runs that are no count
 */
public record Preset(double fallback, double rollback, int maxRun) {
}
