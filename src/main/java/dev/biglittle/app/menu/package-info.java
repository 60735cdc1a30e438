/** The menu bar's building blocks. What it holds is listed in {@link dev.biglittle.app.WindowMenu}. */
package dev.biglittle.app.menu;
