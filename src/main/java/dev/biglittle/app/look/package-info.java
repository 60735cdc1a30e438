/** How everything looks: themes, and the colours and cues of the marks. */
package dev.biglittle.app.look;
