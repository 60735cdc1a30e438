/** Results for people and programs, and the folder they are kept in. */
package dev.biglittle.evaluate.report;
