/** The desktop window: start, themes, messages, and the one place that knows the JavaFX thread. */
package dev.biglittle.app;
