/** The window's way to the models: one worker thread that owns a pair. Knows nothing of JavaFX. */
package dev.biglittle.app.engine;
