/** Controls that every screen uses: named, hinted, reachable by keyboard. */
package dev.biglittle.app.control;
