package org.citestream.query.report;

import org.citestream.query.vocabulary.Codes;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;

/** The filters on what belongs to a statement itself, as masks of codes. Immutable. */
final class StatementFilters {

    private static final int ALL = -1;

    private final int sections;
    private final int types;
    private final int relationships;
    private final int positions;

    StatementFilters(Filters filters) {
        this.sections = mask(filters, Facet.SECTION, Codes.SECTION);
        this.types = mask(filters, Facet.TYPE, Codes.TYPE);
        this.relationships = mask(filters, Facet.RELATIONSHIP, Codes.RELATIONSHIP);
        this.positions = mask(filters, Facet.POSITION, Codes.POSITION);
    }

    private static int mask(Filters filters, Facet facet, Codes codes) {
        return filters.has(facet)
                ? filters.of(facet).stream()
                        .mapToInt(value -> 1 << codes.code(value))
                        .reduce(0, (one, other) -> one | other)
                : ALL;
    }

    /** The bits of the facets whose filter a statement misses. */
    int misses(CitedWork work, int statement, boolean machine) {
        return miss(Facet.SECTION, sections, work.section(statement))
                | miss(Facet.TYPE, types, work.type(statement, machine))
                | miss(Facet.RELATIONSHIP, relationships, work.relationship(statement))
                | miss(Facet.POSITION, positions, work.position(statement));
    }

    private static int miss(Facet facet, int mask, int code) {
        return (mask >> code & 1) == 0 ? Selected.bit(facet) : 0;
    }
}
