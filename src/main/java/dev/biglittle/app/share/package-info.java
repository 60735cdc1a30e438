/** What a translation leaves the window as, and comes back from: a recording, a page, a picture. */
package dev.biglittle.app.share;
