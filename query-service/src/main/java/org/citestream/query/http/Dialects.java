package org.citestream.query.http;

import java.util.List;

/** The paths under which other services' clients find their dialects. */
public final class Dialects {

    private static final List<String> PREFIXES = List.of(
            "/tallies",
            "/papers",
            "/api_partner/",
            "/citations/",
            "/references/references_",
            "/search",
            "/journal/",
            "/dashboards/",
            "/issn-",
            "/stats",
            "/index/",
            "/meta/",
            "/graph/",
            "/europepmc/");

    private Dialects() {}

    /** Whether a program that speaks one of the dialects asks for this path. */
    public static boolean owns(String path) {
        return PREFIXES.stream().anyMatch(path::startsWith);
    }
}
