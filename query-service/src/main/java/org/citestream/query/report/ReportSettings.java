package org.citestream.query.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of reports. */
@ConfigMapping(prefix = "citestream.report")
public interface ReportSettings {

    /** Default number of citing publications on a page. */
    @WithDefault("10")
    int groups();

    /** Maximum number of citing publications on a page. */
    @WithDefault("200")
    int maxGroups();

    /** How many authors and journals the facets of a report list; the others are in the facet's own list. */
    @WithDefault("10")
    int topValues();

    /**
     * How many rows of much-cited works are cached in memory: a statement counts as one, a citing publication with its
     * authors as ten; about 60 bytes per row.
     */
    @WithDefault("300000")
    long rememberedRows();

    /** Works with fewer statements are read again each time. */
    @WithDefault("500")
    int rememberFrom();

    /** A cached work is read again if more than this many publications were touched since its last use. */
    @WithDefault("2000")
    int mostTouched();

    /** Maximum number of search words within a report. */
    @WithDefault("16")
    int maxWords();

    /** Maximum number of cited publications with notices listed in a report; all are counted. */
    @WithDefault("50")
    int citedNotices();
}
