package org.citestream.ingest.parse;

import java.util.Locale;
import java.util.Map;
import org.citestream.ingest.article.PublicationType;

/** Levels the words that publishers put into {@code article-type}. */
final class PublicationTypes {
    private static final Map<String, PublicationType> BY_WORD = WordTable.of(PublicationType.class, """
        RESEARCH_ARTICLE research-article article research original-article clinical-trial
        REVIEW review-article review
        SYSTEMATIC_REVIEW systematic-review meta-analysis
        CASE_REPORT case-report
        SHORT_REPORT brief-report rapid-communication short-communication
        METHODS methods-article technical-note
        DATA data-paper data-article dataset
        PROTOCOL protocol study-protocol
        PREPRINT preprint
        EDITORIAL editorial introduction
        COMMENTARY article-commentary commentary discussion
        LETTER letter reply
        NEWS news announcement in-brief
        BOOK_REVIEW book-review product-review
        BOOK book
        BOOK_CHAPTER book-part chapter chapter-article
        CONFERENCE_PAPER conference-paper meeting-report abstract
        THESIS dissertation thesis
        RETRACTION retraction partial-retraction
        EXPRESSION_OF_CONCERN expression-of-concern
        CORRECTION correction corrected-article erratum addendum
        PEER_REVIEW decision-letter reviewer-report referee-report
        """);

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
