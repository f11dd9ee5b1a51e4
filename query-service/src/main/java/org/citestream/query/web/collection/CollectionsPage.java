package org.citestream.query.web.collection;

import java.util.List;
import org.citestream.query.check.ListFormat;
import org.citestream.query.collection.WorkCollection;

/**
 * The list of collections, and the form for another one.
 *
 * @param own those of the caller
 * @param open those of others that everybody may read, or that the caller sees as operator
 * @param writes whether the caller may make one
 * @param draft what was sent and refused
 */
public record CollectionsPage(List<ListedCollection> own, List<ListedCollection> open, boolean writes, Draft draft) {

    /** A collection and how many works it has. */
    public record ListedCollection(WorkCollection collection, long works) {}

    /**
     * What a reader wrote into the form.
     *
     * @param problem why it was refused, or null
     */
    public record Draft(String name, String description, String list, String problem) {

        static Draft empty() {
            return new Draft("", "", "", null);
        }
    }

    public CollectionsPage {
        own = List.copyOf(own);
        open = List.copyOf(open);
    }

    public List<String> formats() {
        return ListFormat.names();
    }
}
