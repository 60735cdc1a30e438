/** Pairs on disk: description, checks, loading. */
package dev.biglittle.pair;
