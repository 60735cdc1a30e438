/** Past translations, kept on this computer: the folder they are in, and the window that finds them again. */
package dev.biglittle.app.history;
