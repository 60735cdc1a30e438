/** The translation screen: view models (state, no controls) and the views that bind to them. */
package dev.biglittle.app.translate;
