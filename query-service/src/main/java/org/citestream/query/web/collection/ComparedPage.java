package org.citestream.query.web.collection;

import java.util.List;
import org.citestream.query.collection.CollectionAccess.OpenedCollection;
import org.citestream.query.collection.CollectionComparison.ComparedCollections;
import org.citestream.query.collection.CollectionComparison.ComparedWorks;
import org.citestream.query.collection.WorkCollection;

/**
 * Two collections side by side.
 *
 * @param first what is compared
 * @param second with what; null before it was chosen
 * @param compared null before it was chosen
 * @param others that may be chosen
 * @param action the address of the form
 * @param problem why the other cannot be opened, or null
 */
public record ComparedPage(
        OpenedCollection first,
        OpenedCollection second,
        ComparedCollections compared,
        List<WorkCollection> others,
        String action,
        String firstPage,
        String secondPage,
        String problem) {

    /** A set of works with its heading. */
    public record Part(String heading, String id, ComparedWorks works) {}

    public ComparedPage {
        others = List.copyOf(others);
    }

    public List<Part> parts() {
        return List.of(
                new Part("In both", "both", compared.both()),
                new Part("Only in " + first.collection().name, "first-only", compared.onlyFirst()),
                new Part("Only in " + second.collection().name, "second-only", compared.onlySecond()));
    }
}
