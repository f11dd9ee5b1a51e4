package org.citestream.kit.deadletter;

/**
 * Where a fact stands in the log. A redriven fact keeps the place it first had, so that it can overwrite nothing newer.
 */
public record Place(String topic, int partition, long offset) {}
