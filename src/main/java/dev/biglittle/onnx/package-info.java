/** Models on ONNX Runtime: native libraries, execution providers, sessions, caches. */
package dev.biglittle.onnx;
