/** What the user has chosen: the settings, the file they are kept in, and the window that changes them. */
package dev.biglittle.app.settings;
