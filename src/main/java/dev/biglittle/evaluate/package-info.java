/**
 * Measuring: texts, settings and what each setting gives and costs. Start with {@link dev.biglittle.evaluate.Evaluation}.
 */
package dev.biglittle.evaluate;
