package org.citestream.query.collection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of collections; how long an imported list may be is {@code citestream.check.references}. */
@ConfigMapping(prefix = "citestream.collections")
public interface CollectionSettings {

    /** Maximum number of works in one collection. */
    @WithDefault("5000")
    int works();

    /** Maximum number of collections of one key. */
    @WithDefault("500")
    int perOwner();

    /** Maximum length of a name, in characters. */
    @WithDefault("200")
    int nameLength();

    /** Maximum length of a description, or of the note on a work, in characters. */
    @WithDefault("2000")
    int noteLength();

    /** Maximum number of tags of one work. */
    @WithDefault("20")
    int tags();

    /** Maximum length of a tag, in characters. */
    @WithDefault("50")
    int tagLength();

    /** How many works are taken over at once from a search or from the page of a person. */
    @WithDefault("1000")
    int fromSearch();

    /** How many works a page of a collection lists. */
    @WithDefault("50")
    int listed();

    /** How many statements of each kind, and works with most contrasting ones, its page shows. */
    @WithDefault("3")
    int highlights();

    /** How many works its map shows, the most cited first. */
    @WithDefault("40")
    int mapWorks();

    /** How often the topic is read, and what was not published is tried again. */
    @WithDefault("1s")
    Duration poll();

    /** How long the broker may take to confirm. */
    @WithDefault("10s")
    Duration publishWithin();
}
