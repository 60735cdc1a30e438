/** The keyboard shortcuts, and what this program is. */
package dev.biglittle.app.help;
