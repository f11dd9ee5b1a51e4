package org.citestream.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Front;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.parse.ArticleParser;
import org.citestream.ingest.parse.UnreadableArticleException;
import org.citestream.ingest.statement.CitationStatement;
import org.citestream.ingest.statement.CitedReference;
import org.citestream.ingest.statement.Extraction;
import org.citestream.ingest.statement.StatementExtractor;

/** What was read of one file, a line a fact, so that a test can name the facts that matter and no others. */
final class CaseSummary {
    private static final String UNKNOWN = "-";
    private static final int MOST_STATEMENTS = 1000;

    private final Map<String, String> facts = new LinkedHashMap<>();

    private CaseSummary() {}

    /** By name: {@code ref B1 doi}, {@code statement 2}; {@code -} stands for what is unknown. */
    static Map<String, String> of(byte[] file) throws IOException {
        var summary = new CaseSummary();
        try {
            Article article = new ArticleParser().parse(new ByteArrayInputStream(file));
            summary.read(article, new StatementExtractor(MOST_STATEMENTS).extract(article));
        } catch (UnreadableArticleException refused) {
            summary.put("refused", refused.reason().wireName());
        }
        return summary.facts;
    }

    private void read(Article article, Extraction extraction) {
        front(article.front());
        put("conflicts", article.conflicts().size());
        put("references", extraction.references().size());
        var works = new HashMap<String, String>();
        for (CitedReference entry : extraction.references()) {
            works.put(entry.cited().value(), entry.reference().key());
            reference(entry);
        }
        put("distinct works", works.size());
        put("statements", extraction.statements().size());
        for (CitationStatement statement : extraction.statements()) {
            statement(statement);
        }
        put(
                "unresolved",
                extraction.unresolved().stream()
                        .map(mark -> mark.marker() + " -> " + (mark.target() == null ? UNKNOWN : mark.target()) + " "
                                + mark.reason().wireName())
                        .collect(Collectors.joining("; ")));
    }

    private void front(Front front) {
        put("id", front.id());
        put("title", front.title());
        put("authors", names(front.authors()));
        put("journal", front.journal().title());
        put("date", date(front.date()));
        put("licence", front.licence());
        put(
                "funders",
                front.funding().stream()
                        .map(funding -> funding.funder() + " " + funding.funderId() + " " + funding.awards())
                        .collect(Collectors.joining("; ")));
        put(
                "notice",
                front.notices().stream()
                        .map(notice -> notice.kind().wireName() + " of " + notice.about())
                        .collect(Collectors.joining("; ")));
    }

    private static String date(PublicationDate date) {
        String month = date.month() == null ? "" : String.format("-%02d", date.month());
        String day = date.day() == null ? "" : String.format("-%02d", date.day());
        return date.year() == null ? null : date.year() + month + day;
    }

    private void reference(CitedReference entry) {
        String name = "ref " + entry.reference().key() + " ";
        put(name + "label", entry.reference().label());
        put(name + "cited", entry.cited());
        put(name + "doi", entry.reference().identifiers().doi());
        put(name + "pmid", entry.reference().identifiers().pmid());
        put(name + "pmcid", entry.reference().identifiers().pmcid());
        put(name + "arxiv", entry.reference().identifiers().arxiv());
        put(name + "title", entry.reference().title());
        put(name + "authors", names(entry.reference().authors()));
        put(name + "container", entry.reference().container());
        put(name + "year", entry.reference().year());
        put(name + "volume", entry.reference().placement().volume());
        put(name + "firstPage", entry.reference().placement().firstPage());
        put(name + "lastPage", entry.reference().placement().lastPage());
        put(name + "raw", entry.reference().raw());
    }

    private void statement(CitationStatement statement) {
        String name = "statement " + (statement.ordinal() + 1);
        put(
                name,
                statement.referenceKey() + " " + statement.position().wireName() + " " + statement.headingPath()
                        + " of " + statement.groupSize() + " | " + statement.text());
        put(name + " mentions", statement.mentions());
        put(
                name + " match",
                statement.match() == null
                        ? null
                        : statement.match().method().wireName() + " "
                                + statement.match().score());
        put(name + " relationship", statement.relationship().kind().wireName());
    }

    private static String names(List<Author> authors) {
        return authors.isEmpty()
                ? null
                : authors.stream()
                        .map(author -> author.group() ? "[" + author.family() + "]" : author.displayName())
                        .collect(Collectors.joining("; "));
    }

    private void put(String name, Object value) {
        facts.put(name, value == null ? UNKNOWN : value.toString());
    }
}
