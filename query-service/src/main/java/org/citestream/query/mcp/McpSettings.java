package org.citestream.query.mcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one answer to a program that speaks the Model Context Protocol may hold. */
@ConfigMapping(prefix = "citestream.mcp")
public interface McpSettings {

    /** Works, statements or changes of an answer where the client names no limit. */
    @WithDefault("10")
    int results();

    /** The most that a client may ask for. */
    @WithDefault("50")
    int maxResults();

    /** The most ids or references that one call takes. */
    @WithDefault("100")
    int references();

    /** The most works of a graph. */
    @WithDefault("200")
    int graphWorks();

    /** Citing works whose reference lists are read to find what is cited together; those of the lowest keys. */
    @WithDefault("1000")
    int coCiting();

    /** Changes that are read for one page of those that a filter takes. */
    @WithDefault("20000")
    int changesRead();
}
