package org.citestream.query.collection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.citestream.query.export.CsvCell;
import org.citestream.query.export.cite.BibTeX;
import org.citestream.query.export.cite.CitationStyles;
import org.citestream.query.export.cite.Ris;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;

/**
 * The formats in which the works of a collection are exported. BibTeX, RIS and CSL-JSON have the works that the index knows;
 * CSV has all, with what people wrote and how they are cited.
 */
public enum CollectionExport {
    CSV("csv", "text/csv", "csv"),
    BIBTEX("bibtex", "application/x-bibtex", "bib"),
    RIS("ris", "application/x-research-info-systems", "ris"),
    CSL_JSON("csl-json", "application/vnd.citationstyles.csl+json", "json");

    private static final String[] COLUMNS = {
        "id",
        "doi",
        "pmid",
        "title",
        "authors",
        "journal",
        "year",
        "supporting",
        "mentioning",
        "contrasting",
        "unclassified",
        "notASentence",
        "citingPublications",
        "notices",
        "tags",
        "note",
        "added"
    };

    private static final int LETTERS = 26;

    private final String parameter;
    private final String mediaType;
    private final String extension;

    CollectionExport(String parameter, String mediaType, String extension) {
        this.parameter = parameter;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** Its name in addresses. */
    public String parameter() {
        return parameter;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending of a file. */
    public String extension() {
        return extension;
    }

    /** The format of that name; CSV if there is none. */
    public static CollectionExport named(String written) {
        if (written == null) {
            return CSV;
        }
        return Stream.of(values())
                .filter(format -> format.parameter.equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> new BadParameterException(
                        "format", "'%s' is not valid; use csv, bibtex, ris or csl-json".formatted(written)));
    }

    /** The works in this format, in their order. */
    public String write(List<CollectedWorkRow> rows) {
        Stream<ShownPublication> works =
                rows.stream().map(CollectedWorkRow::work).filter(Objects::nonNull);
        return switch (this) {
            case CSV -> csv(rows);
            case BIBTEX -> bibTeX(works.toList());
            case RIS -> works.map(Ris::of).collect(Collectors.joining());
            case CSL_JSON -> works.map(CitationStyles::json).collect(Collectors.joining(",\n", "[", "]\n"));
        };
    }

    /** Each key once: a second work of one author and year gets a letter. */
    private static String bibTeX(List<ShownPublication> works) {
        Map<String, Integer> uses = new HashMap<>();
        StringBuilder entries = new StringBuilder();
        for (ShownPublication work : works) {
            String key = BibTeX.key(work);
            int before = uses.merge(key, 1, Integer::sum) - 1;
            entries.append(BibTeX.of(work, key + letters(before), List.of()));
        }
        return entries.toString();
    }

    /** Nothing for the first, then a, b, …, z, aa. */
    private static String letters(int place) {
        return place == 0 ? "" : letters((place - 1) / LETTERS) + (char) ('a' + (place - 1) % LETTERS);
    }

    private static String csv(List<CollectedWorkRow> rows) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer =
                CSVFormat.RFC4180.builder().setHeader(COLUMNS).get().print(csv)) {
            for (CollectedWorkRow row : rows) {
                printer.printRecord(Stream.of(cells(row))
                        .map(cell -> cell == null ? "" : CsvCell.harmless(cell))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A string builder refused text", e);
        }
        return csv.toString();
    }

    private static Object[] cells(CollectedWorkRow row) {
        ShownPublication work = row.work();
        Instant added = row.addedAt();
        return new Object[] {
            row.id(),
            work == null ? bareDoi(row.id()) : work.doi(),
            work == null ? null : work.ids().get("pmid"),
            work == null ? row.title() : work.name(),
            work == null ? null : work.authors().stream().map(ShownAuthor::name).collect(Collectors.joining("; ")),
            work == null ? null : work.journal(),
            work == null ? null : work.year(),
            row.tally().supporting(),
            row.tally().mentioning(),
            row.tally().contrasting(),
            row.tally().unclassified(),
            row.tally().notASentence(),
            row.tally().citingPublications(),
            work == null
                    ? null
                    : work.notices().stream()
                            .map(notice -> Stream.of(notice.kind(), notice.date())
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.joining(" ")))
                            .collect(Collectors.joining("; ")),
            String.join("; ", row.tags()),
            row.note(),
            added.toString()
        };
    }

    private static String bareDoi(String curie) {
        return curie.startsWith("doi:") ? curie.substring("doi:".length()) : null;
    }
}
