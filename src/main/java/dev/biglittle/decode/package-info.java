/** The algorithm: policies, the decode loop, events, statistics. Plain Java; knows neither ONNX nor JavaFX. */
package dev.biglittle.decode;
