package org.citestream.query.alert.feed;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.PublicUrl;
import org.citestream.query.collection.CollectionReader;
import org.citestream.query.collection.WorkCollection;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.NewestStatements;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ShownStatement;
import org.citestream.query.search.FoundStatements;
import org.citestream.query.search.SearchReader;
import org.citestream.query.search.SearchRequest;

/** Builds feeds of reports, searches and collections. Thread-safe. */
@Singleton
public record FeedReader(NewestStatements newest, SearchReader search, CollectionReader collections, PublicUrl url) {

    private static final int ENTRIES = 50;
    /** The newest by arrival are taken from this many newest by year. */
    private static final int LOOKED_AT = 500;

    private static final int LONGEST_TITLE = 120;

    /**
     * The newest statements of a report and its notices; empty if no fact ever named the publication.
     *
     * @param self path and query of the feed
     */
    public Optional<Feed> report(String curie, ReportQuery query, String self) {
        return newest.read(curie, query, ENTRIES).map(found -> {
            ShownPublication work = found.publication();
            List<Feed.FeedEntry> entries = new ArrayList<>();
            work.notices().forEach(notice -> entries.add(notice(work, notice)));
            found.statements().forEach(said -> entries.add(statement(said.statement(), said.citing(), null)));
            return new Feed("Citations of " + title(work), url.of(self), report(work), entries);
        });
    }

    /**
     * The newest statements about the works of a collection, and their notices.
     *
     * @param self path and query of the feed
     * @param page path and query of the page that shows the same
     */
    public Feed collection(WorkCollection collection, ReportQuery query, String self, String page) {
        CollectionReader.CollectionNews news = collections.news(collection.id, query, ENTRIES);
        List<Feed.FeedEntry> entries = new ArrayList<>();
        news.noticed().forEach(one -> one.notices().forEach(notice -> entries.add(notice(one.work(), notice))));
        news.statements().forEach(said -> entries.add(statement(said.statement(), said.citing(), said.cited())));
        return new Feed("Citations of the collection " + collection.name, url.of(self), url.of(page), entries);
    }

    /** The results of a search, newest arrival first; labels are always included. */
    public Feed search(SearchRequest request, boolean blind, String self) {
        SearchRequest newestYears =
                new SearchRequest(request.words(), request.filters(), SearchRequest.SearchOrder.NEWEST, 0, LOOKED_AT);
        FoundStatements found = search.statements(newestYears, blind);
        String words = request.words().isBlank() ? "everything" : request.words();
        Feed all = new Feed(
                "Citations found by " + words,
                url.of(self),
                url.of("/search?q=" + encoded(request.words())),
                found.hits().stream()
                        .map(hit -> statement(hit.statement(), hit.citing(), hit.cited()))
                        .toList());
        return new Feed(
                all.title(),
                all.self(),
                all.home(),
                all.entries().stream().limit(ENTRIES).toList());
    }

    private Feed.FeedEntry statement(ShownStatement statement, ShownPublication citing, ShownPublication cited) {
        String type = statement.type() == null ? "statement" : statement.type();
        return new Feed.FeedEntry(
                "urn:uuid:" + statement.id(),
                cut(type + ": " + statement.text()),
                FeedTemplates.statement(statement, named(citing), cited == null ? null : named(cited))
                        .render(),
                url.of("/statements/" + statement.id()),
                Instant.parse(statement.classifiedAt()),
                citing.authors().stream()
                        .findFirst()
                        .map(ShownAuthor::name)
                        .filter(name -> !name.isBlank())
                        .orElse(null),
                type);
    }

    private Feed.FeedEntry notice(ShownPublication work, ShownNotice notice) {
        String date = notice.date() == null ? "" : notice.date();
        return new Feed.FeedEntry(
                "tag:citestream.org,2026:notice:" + encoded(work.id() + " " + notice.kind() + " " + date),
                notice.kind().replace('-', ' ') + ": " + cut(title(work)),
                "<p>An editorial notice about this work was issued.</p>",
                report(work),
                issued(date),
                null,
                notice.kind());
    }

    /** The earliest moment that the date may mean; unknown dates come last. */
    private static Instant issued(String date) {
        try {
            return switch (date.length()) {
                case 4 -> start(LocalDate.parse(date + "-01-01"));
                case 7 -> start(LocalDate.parse(date + "-01"));
                case 10 -> start(LocalDate.parse(date));
                default -> Instant.EPOCH;
            };
        } catch (DateTimeException vague) {
            return Instant.EPOCH;
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private String report(ShownPublication work) {
        String bare = work.doi() == null ? work.id() : work.doi();
        return url.of("/reports/" + encoded(bare).replace("%2F", "/").replace("%3A", ":"));
    }

    private static String title(ShownPublication work) {
        return work.name();
    }

    private static String named(ShownPublication work) {
        String source = Stream.of(
                        work.journal(), work.year() == null ? null : work.year().toString())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return source.isEmpty() ? title(work) : title(work) + " (" + source + ")";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TITLE ? text : text.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
