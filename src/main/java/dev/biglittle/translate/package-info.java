/** A whole text through a pair of models: split into sentences, decoded one by one, joined again. */
package dev.biglittle.translate;
