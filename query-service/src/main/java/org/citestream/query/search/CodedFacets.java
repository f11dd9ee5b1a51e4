package org.citestream.query.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Coded;
import org.citestream.query.vocabulary.Position;
import org.citestream.query.vocabulary.Relationship;
import org.citestream.query.vocabulary.Section;

/**
 * Hits counted by the facets whose values are small numbers. A document has all of them in one number, so that counting
 * reads one value a hit and not one a facet.
 */
final class CodedFacets {

    /** The packed number of each document. */
    static final String FIELD = "facets";

    static final Set<SearchFacet> FACETS = EnumSet.of(
            SearchFacet.YEAR, SearchFacet.SECTION, SearchFacet.TYPE, SearchFacet.RELATIONSHIP, SearchFacet.POSITION);

    private static final int CODE_BITS = 4;
    private static final int CODES = 1 << CODE_BITS;
    private static final int YEARS = 10_000;

    private final Map<SearchFacet, int[]> counts = new EnumMap<>(SearchFacet.class);

    CodedFacets(FacetsCollector hits) throws IOException {
        int[] years = counts(SearchFacet.YEAR, YEARS);
        int[] sections = counts(SearchFacet.SECTION, CODES);
        int[] types = counts(SearchFacet.TYPE, CODES);
        int[] relationships = counts(SearchFacet.RELATIONSHIP, CODES);
        int[] positions = counts(SearchFacet.POSITION, CODES);
        for (FacetsCollector.MatchingDocs part : hits.getMatchingDocs()) {
            NumericDocValues packed = DocValues.getNumeric(part.context.reader(), FIELD);
            DocIdSetIterator docs = part.bits.iterator();
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if (packed.advanceExact(doc)) {
                    int codes = (int) packed.longValue();
                    positions[code(codes, 0)]++;
                    relationships[code(codes, 1)]++;
                    types[code(codes, 2)]++;
                    sections[code(codes, 3)]++;
                    years[codes >> (4 * CODE_BITS)]++;
                }
            }
        }
    }

    private int[] counts(SearchFacet facet, int values) {
        return counts.computeIfAbsent(facet, first -> new int[values]);
    }

    private static int code(int packed, int place) {
        return (packed >> (place * CODE_BITS)) & (CODES - 1);
    }

    /** A year beyond 9999 is none. */
    static long pack(StatementDocument statement) {
        int year = statement.year() == null || statement.year() < 0 || statement.year() >= YEARS ? 0 : statement.year();
        int packed = year;
        for (Coded code :
                List.of(statement.section(), statement.type(), statement.relationship(), statement.position())) {
            packed = (packed << CODE_BITS) | code.code();
        }
        return packed;
    }

    /** The values that any hit has, in no order. */
    List<StatementHits.FacetValue> values(SearchFacet facet) {
        int[] counted = counts.get(facet);
        IntFunction<String> name = names(facet);
        List<StatementHits.FacetValue> values = new ArrayList<>();
        for (int code = 0; code < counted.length; code++) {
            if (counted[code] > 0) {
                values.add(new StatementHits.FacetValue(name.apply(code), counted[code]));
            }
        }
        return values;
    }

    private static IntFunction<String> names(SearchFacet facet) {
        return switch (facet) {
            case YEAR -> year -> year == 0 ? SearchFacet.UNKNOWN : Integer.toString(year);
            case SECTION -> code -> Section.ofCode(code).wireName();
            case TYPE -> code -> CitationType.ofCode(code).wireName();
            case RELATIONSHIP -> code -> Relationship.ofCode(code).wireName();
            case POSITION -> code -> Position.ofCode(code).wireName();
            default -> throw new IllegalArgumentException(facet + " has no codes");
        };
    }
}
