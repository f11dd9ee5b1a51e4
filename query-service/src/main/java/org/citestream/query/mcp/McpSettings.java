package org.citestream.query.mcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits on the answers to programs that speak the Model Context Protocol. */
@ConfigMapping(prefix = "citestream.mcp")
public interface McpSettings {

    /** Default number of works, statements or changes in an answer. */
    @WithDefault("10")
    int results();

    /** Maximum number that a client may request. */
    @WithDefault("50")
    int maxResults();

    /** Maximum number of ids or references in one call. */
    @WithDefault("100")
    int references();

    /** Maximum number of works in a graph. */
    @WithDefault("200")
    int graphWorks();

    /** Number of citing works whose reference lists are read to find co-cited works; those with the lowest keys. */
    @WithDefault("1000")
    int coCiting();

    /** Maximum number of changes read to fill one filtered page. */
    @WithDefault("20000")
    int changesRead();
}
