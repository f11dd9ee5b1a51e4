package org.citestream.ingest.parse;

import java.util.Locale;
import java.util.Map;
import org.citestream.ingest.article.PublicationType;

/** Levels the words that publishers put into {@code article-type}. */
final class PublicationTypes {
    private static final Map<String, PublicationType> BY_WORD = Map.ofEntries(
            Map.entry("research-article", PublicationType.RESEARCH_ARTICLE),
            Map.entry("article", PublicationType.RESEARCH_ARTICLE),
            Map.entry("research", PublicationType.RESEARCH_ARTICLE),
            Map.entry("original-article", PublicationType.RESEARCH_ARTICLE),
            Map.entry("clinical-trial", PublicationType.RESEARCH_ARTICLE),
            Map.entry("review-article", PublicationType.REVIEW),
            Map.entry("review", PublicationType.REVIEW),
            Map.entry("systematic-review", PublicationType.SYSTEMATIC_REVIEW),
            Map.entry("meta-analysis", PublicationType.SYSTEMATIC_REVIEW),
            Map.entry("case-report", PublicationType.CASE_REPORT),
            Map.entry("brief-report", PublicationType.SHORT_REPORT),
            Map.entry("rapid-communication", PublicationType.SHORT_REPORT),
            Map.entry("short-communication", PublicationType.SHORT_REPORT),
            Map.entry("methods-article", PublicationType.METHODS),
            Map.entry("technical-note", PublicationType.METHODS),
            Map.entry("data-paper", PublicationType.DATA),
            Map.entry("data-article", PublicationType.DATA),
            Map.entry("dataset", PublicationType.DATA),
            Map.entry("protocol", PublicationType.PROTOCOL),
            Map.entry("study-protocol", PublicationType.PROTOCOL),
            Map.entry("preprint", PublicationType.PREPRINT),
            Map.entry("editorial", PublicationType.EDITORIAL),
            Map.entry("introduction", PublicationType.EDITORIAL),
            Map.entry("article-commentary", PublicationType.COMMENTARY),
            Map.entry("commentary", PublicationType.COMMENTARY),
            Map.entry("discussion", PublicationType.COMMENTARY),
            Map.entry("letter", PublicationType.LETTER),
            Map.entry("reply", PublicationType.LETTER),
            Map.entry("news", PublicationType.NEWS),
            Map.entry("announcement", PublicationType.NEWS),
            Map.entry("in-brief", PublicationType.NEWS),
            Map.entry("book-review", PublicationType.BOOK_REVIEW),
            Map.entry("product-review", PublicationType.BOOK_REVIEW),
            Map.entry("book", PublicationType.BOOK),
            Map.entry("book-part", PublicationType.BOOK_CHAPTER),
            Map.entry("chapter", PublicationType.BOOK_CHAPTER),
            Map.entry("chapter-article", PublicationType.BOOK_CHAPTER),
            Map.entry("conference-paper", PublicationType.CONFERENCE_PAPER),
            Map.entry("meeting-report", PublicationType.CONFERENCE_PAPER),
            Map.entry("abstract", PublicationType.CONFERENCE_PAPER),
            Map.entry("dissertation", PublicationType.THESIS),
            Map.entry("thesis", PublicationType.THESIS),
            Map.entry("retraction", PublicationType.RETRACTION),
            Map.entry("partial-retraction", PublicationType.RETRACTION),
            Map.entry("expression-of-concern", PublicationType.EXPRESSION_OF_CONCERN),
            Map.entry("correction", PublicationType.CORRECTION),
            Map.entry("corrected-article", PublicationType.CORRECTION),
            Map.entry("erratum", PublicationType.CORRECTION),
            Map.entry("addendum", PublicationType.CORRECTION),
            Map.entry("decision-letter", PublicationType.PEER_REVIEW),
            Map.entry("reviewer-report", PublicationType.PEER_REVIEW),
            Map.entry("referee-report", PublicationType.PEER_REVIEW));

    private PublicationTypes() {}

    /** The type behind the publisher's word; {@code OTHER} for a word not known, {@code UNKNOWN} for none. */
    static PublicationType of(String word) {
        if (word == null || word.isBlank()) {
            return PublicationType.UNKNOWN;
        }
        String level = word.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        return BY_WORD.getOrDefault(level, PublicationType.OTHER);
    }
}
