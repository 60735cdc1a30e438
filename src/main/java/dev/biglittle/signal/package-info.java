/** What the operating system tells the process. */
package dev.biglittle.signal;
