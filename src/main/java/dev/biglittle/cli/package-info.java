/** The command line: options, output formats, exit codes. */
package dev.biglittle.cli;
