package org.citestream.query.vocabulary;

/** The number of statements with a value, under all filters except this facet's own. */
public record FacetCount(String value, long count) {}
