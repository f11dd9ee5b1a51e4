package org.citestream.query.vocabulary;

/** How many statements have the value, under all filters but this facet's own. */
public record FacetCount(String value, long count) {}
