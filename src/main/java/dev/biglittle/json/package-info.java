/** Writes and strictly reads JSON: what is missing or wrong is said with its place. */
package dev.biglittle.json;
