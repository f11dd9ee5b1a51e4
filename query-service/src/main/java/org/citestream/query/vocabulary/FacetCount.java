package org.citestream.query.vocabulary;

/**
 * How many statements have the value, under all filters but this facet's own.
 *
 * @param label what people call it where the value is an id: the name of a person by an ORCID iD; else null
 */
public record FacetCount(String value, String label, long count) {

    public FacetCount(String value, long count) {
        this(value, null, count);
    }
}
