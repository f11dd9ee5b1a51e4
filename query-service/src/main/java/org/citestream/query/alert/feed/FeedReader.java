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
import org.citestream.query.integrity.BoardAnswers;
import org.citestream.query.integrity.IntegrityBoard;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.publication.WithdrawnNotice;
import org.citestream.query.report.NewestStatements;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ShownStatement;
import org.citestream.query.search.FoundStatements;
import org.citestream.query.search.SearchReader;
import org.citestream.query.search.SearchRequest;

/** Builds feeds of reports, searches, collections and the integrity board. Thread-safe. */
@Singleton
public record FeedReader(
        NewestStatements newest,
        SearchReader search,
        CollectionReader collections,
        IntegrityBoard board,
        PublicUrl url) {

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
            found.withdrawn().forEach(notice -> entries.add(withdrawn(work, notice)));
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

    private static final int NOTICES = 100;

    /** Notices of retraction, withdrawal and concern on works that are cited here, and their ends, by when they became known. */
    public Feed integrity(String self) {
        return new Feed(
                "Retractions, withdrawals and concerns about cited works",
                url.of(self),
                url.of("/integrity"),
                board.newest(NOTICES).stream().map(this::notice).toList());
    }

    private Feed.FeedEntry notice(BoardAnswers.BoardNotice notice) {
        ShownPublication work = notice.publication();
        if (notice.withdrawn() != null) {
            return withdrawn(work, new WithdrawnNotice(notice.kind(), notice.date(), notice.withdrawn(), notice.why()));
        }
        return new Feed.FeedEntry(
                id(work, "", notice.kind(), notice.date()),
                notice.kind().replace('-', ' ') + ": " + cut(title(work)),
                FeedTemplates.notice(notice).render(),
                report(work),
                notice.learned(),
                null,
                notice.kind());
    }

    private Feed.FeedEntry withdrawn(ShownPublication work, WithdrawnNotice notice) {
        return new Feed.FeedEntry(
                id(work, "withdrawn ", notice.kind(), notice.date()),
                notice.kind().replace('-', ' ') + " taken back: " + cut(title(work)),
                FeedTemplates.withdrawn(notice).render(),
                report(work),
                notice.at(),
                null,
                notice.kind());
    }

    private static String id(ShownPublication work, String what, String kind, String date) {
        return "tag:citestream.org,2026:notice:"
                + encoded(what + work.id() + " " + kind + " " + (date == null ? "" : date));
    }

    private Feed.FeedEntry notice(ShownPublication work, ShownNotice notice) {
        String date = notice.date() == null ? "" : notice.date();
        return new Feed.FeedEntry(
                id(work, "", notice.kind(), date),
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
