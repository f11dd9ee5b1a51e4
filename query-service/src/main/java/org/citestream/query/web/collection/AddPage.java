package org.citestream.query.web.collection;

import java.util.List;
import org.citestream.query.collection.WorkCollection;
import org.citestream.query.publication.ShownPublication;

/**
 * Works that are to be added to a collection that is still to be chosen.
 *
 * @param source where they come from, in words
 * @param ids CURIEs of all of them
 * @param first some of them, to be recognized by
 * @param cut whether there are more than are taken over at once
 * @param own collections to choose from
 */
public record AddPage(
        String source, List<String> ids, List<ShownPublication> first, boolean cut, List<WorkCollection> own) {

    public AddPage {
        ids = List.copyOf(ids);
        first = List.copyOf(first);
        own = List.copyOf(own);
    }

    /** How many are not named. */
    public int others() {
        return ids.size() - first.size();
    }

    /** One id per line, as a list that can be sent. */
    public String list() {
        return String.join("\n", ids);
    }
}
