/** How fast a pair is on this machine: its parts, and whole texts in every mode. */
package dev.biglittle.bench;
