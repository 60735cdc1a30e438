/** Quality of texts against references: BLEU and ROUGE-Lsum. */
package dev.biglittle.evaluate.metric;
