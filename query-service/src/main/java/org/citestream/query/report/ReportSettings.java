package org.citestream.query.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a report shows at once. */
@ConfigMapping(prefix = "citestream.report")
public interface ReportSettings {

    /** Citing publications on a page, where the asker names no limit. */
    @WithDefault("10")
    int groups();

    /** The most citing publications on a page. */
    @WithDefault("200")
    int maxGroups();

    /** How many authors and journals the facets of a report list; all others are found by the facet's own list. */
    @WithDefault("10")
    int topValues();

    /**
     * How many rows of much cited works are kept in memory: a statement counts as one, a citing publication, with its
     * authors, as ten; some 60 bytes a row.
     */
    @WithDefault("300000")
    long rememberedRows();

    /** Works with fewer statements are read anew each time. */
    @WithDefault("500")
    int rememberFrom();

    /** A remembered work is read anew when more publications than these have been touched since it was last asked for. */
    @WithDefault("2000")
    int mostTouched();

    /** The most words that can be searched for within a report. */
    @WithDefault("16")
    int maxWords();

    /** The most cited publications with notices that a report lists; all are counted. */
    @WithDefault("50")
    int citedNotices();
}
