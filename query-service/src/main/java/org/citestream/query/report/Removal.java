package org.citestream.query.report;

/**
 * Why and when a statement that was once here went.
 *
 * @param cause article, withdrawal, identity, correction, model or rebuild
 * @param at UTC, RFC 3339
 * @param citing CURIE of the article that it stood in, or null where the change does not say
 */
public record Removal(String cause, String at, String citing) {}
