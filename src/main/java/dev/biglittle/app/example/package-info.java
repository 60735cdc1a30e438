/** Example texts that show what they promise; a test runs each of them through the embedded pair. */
package dev.biglittle.app.example;
