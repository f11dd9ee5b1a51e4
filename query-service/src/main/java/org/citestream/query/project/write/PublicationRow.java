package org.citestream.query.project.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.citestream.query.project.event.PublicationDescribed.Author;

/** The descriptive columns of one publication. */
record PublicationRow(
        long key,
        int source,
        String doi,
        String pmid,
        String pmcid,
        String arxiv,
        String title,
        String abstractText,
        List<Author> authors,
        boolean authorsTruncated,
        List<String> authorNames,
        String journal,
        String journalAbbreviation,
        List<String> issns,
        String publisher,
        String published,
        Integer year,
        String volume,
        String issue,
        String firstPage,
        String lastPage,
        String articleType,
        String publicationType,
        List<String> subjects,
        List<String> keywords,
        JsonNode funding,
        String licence,
        String licenceId,
        String language,
        String fullTextUrl,
        JsonNode links) {}
