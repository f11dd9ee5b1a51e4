package org.citestream.ingest.parse;

import java.util.Set;

/**
 * XML that holds articles and is none itself: Europe PMC's {@code <articles>}, NCBI's {@code <pmc-articleset>}, and the
 * answer of a repository that is harvested by OAI-PMH 2.0, each record's article inside {@code metadata}.
 */
public final class Envelope {
    private static final Set<String> ROOTS = Set.of("articles", "pmc-articleset", "OAI-PMH");
    /** What lies between the root of an OAI-PMH answer and an article. */
    private static final Set<String> LAYERS = Set.of("GetRecord", "ListRecords", "record", "metadata");

    private Envelope() {}

    /** Whether a root element is one. */
    public static boolean isRoot(String name) {
        return ROOTS.contains(name);
    }

    /** Whether an element inside is an article. */
    public static boolean isArticle(String name) {
        return JatsArticleReader.roots().contains(name) || name.equals(TeiArticleReader.ROOT);
    }

    /** Whether an element inside may hold articles. */
    static boolean isLayer(String name) {
        return LAYERS.contains(name);
    }

    /** Whether an element inside says why there is none: {@code <error code="noRecordsMatch">}. */
    public static boolean isError(String name) {
        return name.equals("error");
    }
}
