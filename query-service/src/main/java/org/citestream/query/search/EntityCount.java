package org.citestream.query.search;

import java.util.List;

/**
 * How many works an author, journal, affiliation or funder has.
 *
 * @param id null where it goes by its name
 * @param name the most frequent of its names
 * @param otherNames the others, the most frequent first, of equals the fullest
 */
public record EntityCount(String id, String name, List<String> otherNames, long works) {

    public EntityCount {
        otherNames = List.copyOf(otherNames);
    }

    /** What it is asked for by. */
    public String key() {
        return id == null ? name : id;
    }

    /**
     * A part of all of them.
     *
     * @param total how many there are in all
     */
    public record EntityPage(long total, List<EntityCount> entities) {

        public EntityPage {
            entities = List.copyOf(entities);
        }
    }
}
