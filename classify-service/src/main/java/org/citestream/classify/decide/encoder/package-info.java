/**
 * The encoder asked in case of doubt: a small fine-tuned transformer (two heads: citation type and intent) run by ONNX
 * Runtime. Pure: knows neither Quarkus nor Kafka. {@link org.citestream.classify.decide.encoder.EncoderInputs} turns a
 * sentence into tokens, the same way in training and in service;
 * {@link org.citestream.classify.decide.encoder.EncoderModel} scores them.
 */
package org.citestream.classify.decide.encoder;
