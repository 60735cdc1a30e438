/** The models' work over time, as a profiler shows it. The fold and the view model know no controls. */
package dev.biglittle.app.timeline;
