package org.citestream.ingest.parse;

import java.util.Set;

/**
 * XML that holds articles and is none itself: Europe PMC's {@code <articles>}, NCBI's {@code <pmc-articleset>}, the
 * answer of a repository that is harvested by OAI-PMH 2.0, each record's article inside {@code metadata}, that of
 * Springer's interface, and a book, whose chapters are articles.
 */
public final class Envelope {
    /** A book by BITS or the NLM book vocabulary. */
    private static final String BOOK = "book";

    private static final Set<String> ROOTS = Set.of("articles", "pmc-articleset", "OAI-PMH", "response", BOOK);
    /** What lies between the root of an answer and an article. */
    private static final Set<String> LAYERS = Set.of("GetRecord", "ListRecords", "record", "metadata", "records");

    private static final Set<String> OTHER_ARTICLES =
            Set.of(TeiArticleReader.ROOT, ElsevierArticleReader.ANSWER, SpringerArticleReader.ROOT);

    private Envelope() {}

    /** Whether a root element is one. */
    public static boolean isRoot(String name) {
        return ROOTS.contains(name);
    }

    /** Whether a root element is a book. */
    public static boolean isBook(String name) {
        return name.equals(BOOK);
    }

    /** Whether an element inside is an article. */
    public static boolean isArticle(String name) {
        return JatsArticleReader.roots().contains(name) || OTHER_ARTICLES.contains(name);
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
