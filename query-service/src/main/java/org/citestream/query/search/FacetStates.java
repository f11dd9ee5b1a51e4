package org.citestream.query.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.IndexReader;

/**
 * What counting a facet needs to know of a reader: dear to make, so made once for each reader and facet. Only the newest
 * reader's are kept. Thread-safe.
 */
final class FacetStates {
    private IndexReader reader;
    private final Map<SearchFacet, StringDocValuesReaderState> states = new EnumMap<>(SearchFacet.class);

    synchronized StringDocValuesReaderState of(IndexReader asked, SearchFacet facet) throws IOException {
        if (!asked.equals(reader)) {
            states.clear();
            reader = asked;
        }
        StringDocValuesReaderState state = states.get(facet);
        if (state == null) {
            state = new StringDocValuesReaderState(asked, facet.wireName());
            states.put(facet, state);
        }
        return state;
    }
}
