/** Where this program keeps its files. */
package dev.biglittle.folder;
