package org.citestream.query.dialect.scite;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A publication as scite's clients read it; unknown fields are absent, but {@code editorialNotices} is always an array.
 */
record Paper(
        long id,
        String doi,
        String slug,
        String type,
        String title,
        @JsonProperty("abstract") String summary,
        List<PaperAuthor> authors,
        List<String> keywords,
        Integer year,
        String shortJournal,
        String publisher,
        String issue,
        String volume,
        String page,
        String pmid,
        boolean retracted,
        List<String> issns,
        List<PaperNotice> editorialNotices,
        String journalSlug,
        String journal,
        List<PreprintLink> preprintLinks,
        List<PublicationLink> publicationLinks,
        List<String> normalizedTypes) {

    /** {@code authorSequenceNumber} counts from 1. */
    record PaperAuthor(
            String family,
            String given,
            String orcid,
            String affiliation,
            String authorSlug,
            String authorName,
            int authorSequenceNumber) {}

    /** {@code status} is one of the words that scite's clients compare with. */
    record PaperNotice(String status, String date, String noticeDoi, String doi, List<String> urls) {}

    record PreprintLink(String preprintDoi) {}

    record PublicationLink(String publishedDoi) {}
}
