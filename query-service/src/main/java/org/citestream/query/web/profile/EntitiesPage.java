package org.citestream.query.web.profile;

import java.util.List;
import java.util.Map;
import org.citestream.query.search.Entity;
import org.citestream.query.search.EntityCount;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.web.PageAddress;

/**
 * A part of all authors, journals, affiliations or funders.
 *
 * @param kind of many, as in the path
 * @param total how many there are that have the words
 * @param order works or name
 * @param next address of the next part, or null
 */
public record EntitiesPage(
        String kind, String words, String order, long total, List<EntityCount> entities, String next) {

    public EntitiesPage {
        entities = List.copyOf(entities);
    }

    static EntitiesPage of(Entity.EntityKind kind, String words, String order, int next, EntityCount.EntityPage found) {
        boolean more = next < found.total() && next < SearchRequest.FURTHEST;
        return new EntitiesPage(
                kind.plural(),
                words,
                order,
                found.total(),
                found.entities(),
                more
                        ? new PageAddress("/" + kind.plural(), Map.of())
                                .with("q", words)
                                .with("order", order)
                                .with("offset", Integer.toString(next))
                                .toString()
                        : null);
    }

    static EntitiesPage years(List<EntityCount> years) {
        return new EntitiesPage("years", "", "name", years.size(), years, null);
    }

    /** What is listed, as a heading. */
    public String heading() {
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }

    /** One of them, in running text. */
    public String one() {
        return kind.substring(0, kind.length() - 1);
    }
}
