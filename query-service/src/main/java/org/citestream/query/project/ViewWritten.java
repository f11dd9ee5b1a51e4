package org.citestream.query.project;

/** The view has new rows, and perhaps the outbox too. */
public record ViewWritten() {}
