/** Quality against speed of a measured report, with the present thresholds in it. */
package dev.biglittle.app.tradeoff;
