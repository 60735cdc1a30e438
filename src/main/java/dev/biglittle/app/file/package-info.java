/** Text files: opening, saving, and translating long ones in the background. */
package dev.biglittle.app.file;
