/** The large model alone against both models, on the same text from the same start. */
package dev.biglittle.app.race;
