package org.citestream.query.publication;

/**
 * One publication cites another, however often and whether or not in its text.
 *
 * @param citing key of the citing work
 * @param cited key of the cited work
 * @param selfCitation whether they share an author
 */
public record CitationLink(long citing, long cited, boolean selfCitation) {}
