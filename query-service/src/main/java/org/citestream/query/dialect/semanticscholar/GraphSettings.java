package org.citestream.query.dialect.semanticscholar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the Semantic Scholar dialect. */
@ConfigMapping(prefix = "citestream.semanticscholar")
interface GraphSettings {

    /** The best hits of the index that are looked at where a search has conditions that only the tables know. */
    @WithDefault("10000")
    int candidates();

    /** Authors of one answer whose papers are counted; those behind have no counts. */
    @WithDefault("500")
    int countedAuthors();

    /** The most papers that an author has as a field; its route pages. */
    @WithDefault("1000")
    int papersOfAuthor();

    /** The most examples that recommendations go by. */
    @WithDefault("100")
    int examples();
}
