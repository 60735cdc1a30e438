/** Measuring: corpora, BLEU, sweeps over the thresholds. */
package dev.biglittle.evaluate;
