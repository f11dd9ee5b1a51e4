package org.citestream.query.search;

import java.util.List;

/**
 * Publications found.
 *
 * @param total exact
 * @param ids CURIEs of the requested page, in order
 * @param highlighter marks the words of the query in a text
 */
public record PublicationHits(long total, List<String> ids, Highlighter highlighter) {
    public PublicationHits {
        ids = List.copyOf(ids);
    }
}
