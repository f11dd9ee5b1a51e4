package org.citestream.query.report;

/**
 * Why and when a statement was removed.
 *
 * @param cause article, withdrawal, identity, correction, model or rebuild
 * @param at UTC, RFC 3339
 * @param citing CURIE of its article, or null if the change does not say
 */
public record Removal(String cause, String at, String citing) {}
