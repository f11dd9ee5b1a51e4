package org.citestream.ingest.parse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citestream.ingest.parse.UnreadableArticleException.Reason;

/** Says of files that are no articles we read what they are, so that whoever sent them knows what to ask for instead. */
final class ForeignRoots {
    private static final String EXPECTED =
            "expected <article> or <book-part> (JATS), <TEI> (GROBID), <full-text-retrieval-response> (Elsevier) or"
                    + " <Publisher> (Springer)";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("component", "WileyML, Wiley's own vocabulary; ask for JATS"),
            Map.entry("art", "the old vocabulary of BioMed Central; PubMed Central has the article as JATS"),
            Map.entry("html", "a web page, not the file that it leads to"),
            Map.entry("PubmedArticleSet", "PubMed's records, which hold abstracts and no full text"),
            Map.entry("PubmedArticle", "a record of PubMed, which holds an abstract and no full text"),
            Map.entry("doi_batch", "what a publisher deposits with Crossref, without the full text"),
            Map.entry("crossref_result", "Crossref's answer, without the full text"),
            Map.entry("abstracts-retrieval-response", "Scopus' answer, without the full text"),
            Map.entry("search-results", "a list of search results, not an article"),
            Map.entry("Error", "a server's error in place of the file"),
            Map.entry("error", "a server's error in place of the file"),
            Map.entry("service-error", "an error of Elsevier's interface in place of the article"),
            Map.entry("collection", "BioC XML; ask for BioC JSON, or for JATS"),
            Map.entry("mets", "a description of files (METS), not an article"),
            Map.entry("modsCollection", "records of a library (MODS), not an article"),
            Map.entry("rss", "a news feed, not an article"),
            Map.entry("feed", "a news feed, not an article"));

    /** What an {@code article} of another vocabulary has where JATS has front, body and back. */
    private static final Map<String, String> ARTICLES = Map.of(
            "art-admin", "the vocabulary of the Royal Society of Chemistry",
            "art-front", "the vocabulary of the Royal Society of Chemistry",
            "article-metadata", "the vocabulary of IOP Publishing",
            "fm", "the old vocabulary of Nature and the American Physical Society",
            "bdy", "the old vocabulary of Nature and the American Physical Society",
            "info", "DocBook",
            "articleinfo", "DocBook",
            "articleMeta", "a vocabulary of a publisher's own");

    private ForeignRoots() {}

    /** The refusal of a root element that is none of ours. */
    static RefusalException refuse(XmlCursor xml) {
        String root = xml.name();
        String known = KNOWN.get(root);
        return new RefusalException(
                Reason.WRONG_ROOT,
                "the root element is <" + root + ">" + (known == null ? "; " + EXPECTED : ": this is " + known));
    }

    /**
     * The refusal of an {@code article} that has none of the parts that JATS knows.
     *
     * @param children names of its first elements
     */
    static RefusalException refuseArticle(List<String> children) {
        String whose = children.stream()
                .map(ARTICLES::get)
                .filter(words -> words != null)
                .findFirst()
                .orElse("another vocabulary than JATS");
        String names = children.stream().map(name -> "<" + name + ">").collect(Collectors.joining(", "));
        return new RefusalException(
                Reason.WRONG_ROOT,
                "this <article> has neither <front> nor <body> nor <back> but " + names + ": it is written in " + whose
                        + "; ask for JATS");
    }
}
