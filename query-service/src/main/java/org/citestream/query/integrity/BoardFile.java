package org.citestream.query.integrity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.citestream.query.export.CsvCell;
import org.citestream.query.integrity.BoardAnswers.BoardNotice;
import org.citestream.query.integrity.BoardAnswers.BoardStatement;
import org.citestream.query.integrity.BoardAnswers.CitingArticle;
import org.citestream.query.integrity.BoardAnswers.RestingWork;
import org.citestream.query.integrity.BoardAnswers.SourceShare;
import org.citestream.query.publication.ShownPublication;

/** Lists of the board as tables (RFC 4180), a row per entry. Stateless. */
public final class BoardFile {

    private static final List<String> COUNTS = List.of(
            "references",
            "referencesAfter",
            "statements",
            "statementsAfter",
            "admitting",
            "admittingAfter",
            "silentAfter");

    private BoardFile() {}

    public static String articles(List<CitingArticle> entries) {
        return csv(
                joined(work(""), List.of("listed", "share"), COUNTS),
                entries,
                one -> joined(cells(one.publication()), List.of(one.listed(), one.share()), cells(one.counted())));
    }

    public static String secondOrder(List<RestingWork> entries) {
        return csv(
                joined(work(""), List.of("references", "statements")),
                entries,
                one -> joined(cells(one.publication()), List.of(one.references(), one.statements())));
    }

    public static String sources(List<SourceShare> entries) {
        return csv(
                joined(List.of("name", "articles", "citing", "share", "low", "high"), COUNTS),
                entries,
                one -> joined(
                        List.of(
                                one.name(),
                                one.articles(),
                                one.citing(),
                                one.share().share(),
                                one.share().low(),
                                one.share().high()),
                        cells(one.counted())));
    }

    public static String notices(List<BoardNotice> entries) {
        return csv(
                joined(
                        work(""),
                        List.of("kind", "date", "notice", "sources", "learned", "withdrawn", "why", "citing"),
                        COUNTS),
                entries,
                one -> joined(
                        cells(one.publication()),
                        Stream.of(
                                        one.kind(),
                                        one.date(),
                                        one.notice(),
                                        String.join("; ", one.sources()),
                                        one.learned(),
                                        one.withdrawn(),
                                        one.why(),
                                        one.citing())
                                .map(BoardFile::orEmpty)
                                .toList(),
                        cells(one.counted())));
    }

    public static String statements(List<BoardStatement> entries) {
        return csv(
                joined(List.of("id", "text", "type", "section", "made", "admitted"), work("citing"), work("cited")),
                entries,
                one -> joined(
                        Stream.of(
                                        one.statement().id(),
                                        one.statement().text(),
                                        one.statement().type(),
                                        one.statement().section(),
                                        one.statement().warnings().stream()
                                                .map(notice -> notice.kind() + " " + notice.made())
                                                .toList(),
                                        one.statement().warnings().stream()
                                                .anyMatch(notice -> Boolean.TRUE.equals(notice.admitted())))
                                .map(BoardFile::orEmpty)
                                .toList(),
                        cells(one.citing()),
                        cells(one.cited())));
    }

    private static List<String> work(String side) {
        return Stream.of("id", "title", "journal", "publisher", "year")
                .map(name -> side.isEmpty() ? name : side + Character.toUpperCase(name.charAt(0)) + name.substring(1))
                .toList();
    }

    private static List<Object> cells(ShownPublication work) {
        return Stream.of(work.id(), work.title(), work.journal(), work.publisher(), work.year())
                .map(BoardFile::orEmpty)
                .toList();
    }

    private static List<Object> cells(Counted counted) {
        return List.of(
                counted.references(),
                counted.referencesAfter(),
                counted.statements(),
                counted.statementsAfter(),
                counted.admitting(),
                counted.admittingAfter(),
                counted.silentAfter());
    }

    private static Object orEmpty(Object cell) {
        return cell == null
                ? ""
                : cell instanceof List<?> all
                        ? String.join("; ", all.stream().map(Object::toString).toList())
                        : cell;
    }

    @SafeVarargs
    private static <T> List<T> joined(List<? extends T>... parts) {
        List<T> all = new ArrayList<>();
        for (List<? extends T> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static <T> String csv(List<String> columns, List<T> entries, Function<T, List<Object>> row) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get()
                .print(csv)) {
            for (T entry : entries) {
                printer.printRecord(
                        row.apply(entry).stream().map(CsvCell::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A string builder refused text", e);
        }
        return csv.toString();
    }
}
