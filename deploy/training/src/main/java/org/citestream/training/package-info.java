/**
 * Trains the encoder of classify-service: labelled citations in, one ONNX file and a report out. Needs PyTorch's native
 * library (profile {@code encoder-training}); nothing that runs in service stands on this module.
 */
package org.citestream.training;
