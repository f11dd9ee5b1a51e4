/** Reads and writes ONNX files, without generated classes. */
package org.citestream.training.onnx;
