/** Finds out what runs on this computer, and why the rest does not. Needs no window. */
package dev.biglittle.doctor;
