/** Translations whose tokens are marked by who wrote them: the text as it grows, its drawing, its cards, its legend. */
package dev.biglittle.app.marked;
