/** A translation with every step of the models, in a file: written, and read back strictly. */
package dev.biglittle.recording;
