package org.citestream.kit.deadletter;

/**
 * A fact's position in the log. A redriven fact keeps its original position, so that it cannot overwrite anything
 * newer.
 */
public record Place(String topic, int partition, long offset) {}
