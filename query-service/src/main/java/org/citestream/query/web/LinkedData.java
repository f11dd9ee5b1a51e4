package org.citestream.query.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;

/** A work as schema.org's ScholarlyArticle in JSON-LD, safe to embed in a page. Stateless. */
final class LinkedData {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LinkedData() {}

    /** @param url the absolute URL of the work's report */
    static String of(ShownPublication work, String url) {
        ObjectNode article = JSON.createObjectNode();
        article.put("@context", "https://schema.org");
        article.put("@type", "ScholarlyArticle");
        article.put("name", Wording.title(work));
        article.put("headline", Wording.title(work));
        if (work.doi() != null) {
            article.put("@id", "https://doi.org/" + work.doi());
            article.put("sameAs", "https://doi.org/" + work.doi());
        }
        article.put("identifier", work.id());
        article.put("subjectOf", url);
        if (work.published() != null) {
            article.put("datePublished", work.published());
        } else if (work.year() != null) {
            article.put("datePublished", work.year().toString());
        }
        if (work.journal() != null) {
            article.putObject("isPartOf").put("@type", "Periodical").put("name", work.journal());
        }
        if (work.summary() != null) {
            article.put("abstract", work.summary());
        }
        if (!work.authors().isEmpty()) {
            ArrayNode authors = article.putArray("author");
            work.authors().forEach(author -> author(authors.addObject(), author));
        }
        if (Wording.retracted(work)) {
            article.put("creativeWorkStatus", "Retracted");
        }
        return embedded(article);
    }

    private static void author(ObjectNode node, ShownAuthor author) {
        node.put("@type", author.collective() == null ? "Person" : "Organization");
        node.put("name", author.name());
        if (author.orcid() != null) {
            node.put("sameAs", "https://orcid.org/" + author.orcid());
        }
    }

    /** No text from outside may end the script element or start a comment in it. */
    private static String embedded(ObjectNode article) {
        try {
            return JSON.writeValueAsString(article)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
