package org.citestream.query.report;

import java.util.UUID;

/**
 * One of the works that a sentence cites.
 *
 * @param statement the statement about it
 * @param cited CURIE
 * @param name its title, or another display name
 * @param year of its publication, or null
 * @param type how the sentence cites it; absent in a blind answer
 */
public record SentenceTarget(UUID statement, String cited, String name, Integer year, String type) {}
