package org.citestream.query.related;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is read to say what a work is related to. */
@ConfigMapping(prefix = "citestream.related")
public interface RelatedSettings {

    /** Related works of an answer where nobody names a limit. */
    @WithDefault("20")
    int results();

    /** The most related works that one answer holds. */
    @WithDefault("100")
    int maxResults();

    /** Works citing a work whose reference lists are read; those of the lowest keys. */
    @WithDefault("1000")
    int citing();

    /** Statements about a work whose brackets are read. */
    @WithDefault("2000")
    int statements();

    /** Works that are looked at for each reference that a work may share with them. */
    @WithDefault("300")
    int perReference();

    /** Works in which two works are named together, and works that both cite, of an answer. */
    @WithDefault("25")
    int shared();

    /** The most steps of a path between two works. */
    @WithDefault("6")
    int pathSteps();

    /** Neighbors of one work that a search for a path follows in each direction. */
    @WithDefault("300")
    int pathNeighbors();

    /** Works that a search for a path looks at before it gives up. */
    @WithDefault("20000")
    int pathWorks();

    /** Works of each kind on a map: those that cite the work, that it cites, and that are related to it. */
    @WithDefault("12")
    int mapWorks();
}
