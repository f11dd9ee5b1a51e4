package org.citestream.query.api.opencitations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.report.CitationLink;
import org.citestream.query.report.CitationLinks;
import org.citestream.query.report.PublicationReader;
import org.citestream.query.report.ShownAuthor;
import org.citestream.query.report.ShownPublication;
import org.citestream.query.report.Snapshot;

/** Citations as OpenCitations' rows: ordered columns of text, empty where unknown. Thread-safe. */
@ApplicationScoped
class OpenCitationsReader {
    /** Limits of the OpenCitations dialect. */
    @ConfigMapping(prefix = "citestream.opencitations")
    interface OpenCitationsSettings {
        /** The most rows of one answer; its clients know no pages. */
        @WithDefault("50000")
        int rows();
    }

    /** How ids are written: version 1 knows bare DOIs only, version 2 all ids of a work. */
    enum Version {
        V1,
        V2
    }

    private final Snapshot snapshot;
    private final PublicationReader publications;
    private final CitationLinks links;
    private final OpenCitationsSettings settings;

    OpenCitationsReader(
            Snapshot snapshot, PublicationReader publications, CitationLinks links, OpenCitationsSettings settings) {
        this.snapshot = snapshot;
        this.publications = publications;
        this.links = links;
        this.settings = settings;
    }

    List<Map<String, String>> citations(String curie, Version version) {
        return snapshot.read(connection -> {
            Optional<Long> cited = publications.find(connection, curie);
            return cited.isEmpty()
                    ? List.of()
                    : rows(connection, links.citing(connection, cited.get(), settings.rows(), 0), version);
        });
    }

    List<Map<String, String>> references(String curie, Version version) {
        return snapshot.read(connection -> {
            Optional<Long> citing = publications.find(connection, curie);
            return citing.isEmpty()
                    ? List.of()
                    : rows(connection, links.cited(connection, citing.get(), settings.rows(), 0), version);
        });
    }

    List<Map<String, String>> citation(String citingCurie, String citedCurie, Version version) {
        return snapshot.read(connection -> {
            Optional<Long> citing = publications.find(connection, citingCurie);
            Optional<Long> cited = publications.find(connection, citedCurie);
            if (citing.isEmpty() || cited.isEmpty()) {
                return List.of();
            }
            return rows(
                    connection,
                    links.between(connection, citing.get(), cited.get()).stream()
                            .toList(),
                    version);
        });
    }

    /** The count that the rows have, so that the two never disagree. */
    long citationCount(String curie) {
        return snapshot.read(connection -> {
            Optional<Long> cited = publications.find(connection, curie);
            return cited.isEmpty() ? 0L : links.countCiting(connection, cited.get());
        });
    }

    long referenceCount(String curie) {
        return snapshot.read(connection -> {
            Optional<Long> citing = publications.find(connection, curie);
            return citing.isEmpty() ? 0L : links.countCited(connection, citing.get());
        });
    }

    /** What is known of works, for the ids that are known. */
    List<Map<String, String>> metadata(List<String> curies) {
        return snapshot.read(connection -> {
            List<Map<String, String>> rows = new ArrayList<>();
            for (ShownPublication work :
                    publications.readByIds(connection, curies).values()) {
                rows.add(metadata(work));
            }
            return rows;
        });
    }

    private List<Map<String, String>> rows(Connection connection, List<CitationLink> found, Version version)
            throws SQLException {
        Map<Long, ShownPublication> works = publications.read(
                connection,
                found.stream()
                        .flatMap(link -> Stream.of(link.citing(), link.cited()))
                        .toList());
        List<Map<String, String>> rows = new ArrayList<>();
        for (CitationLink link : found) {
            ShownPublication citing = works.get(link.citing());
            ShownPublication cited = works.get(link.cited());
            if (version == Version.V2 || (citing.doi() != null && cited.doi() != null)) {
                rows.add(row(link, citing, cited, version));
            }
        }
        return rows;
    }

    private static Map<String, String> row(
            CitationLink link, ShownPublication citing, ShownPublication cited, Version version) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("oci", Oci.of(citing.id(), cited.id()));
        row.put("citing", version == Version.V1 ? citing.doi() : ids(citing));
        row.put("cited", version == Version.V1 ? cited.doi() : ids(cited));
        row.put("creation", text(citing.published()));
        row.put("timespan", Timespan.between(cited.published(), citing.published()));
        row.put("journal_sc", sameJournal(citing, cited) ? "yes" : "no");
        row.put("author_sc", link.selfCitation() ? "yes" : "no");
        return row;
    }

    private static Map<String, String> metadata(ShownPublication work) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", ids(work));
        row.put("title", text(work.title()));
        row.put("author", work.authors().stream().map(OpenCitationsReader::name).collect(Collectors.joining("; ")));
        row.put("pub_date", text(work.published()));
        row.put("venue", venue(work));
        row.put("volume", text(work.volume()));
        row.put("issue", text(work.issue()));
        row.put(
                "page",
                work.firstPage() == null
                        ? ""
                        : work.firstPage() + (work.lastPage() == null ? "" : "-" + work.lastPage()));
        row.put("publisher", text(work.publisher()));
        row.put(
                "type",
                work.publicationType() == null ? "" : work.publicationType().replace('-', ' '));
        row.put("editor", "");
        return row;
    }

    private static String name(ShownAuthor author) {
        String name = author.collective() != null
                ? author.collective()
                : Stream.of(author.family(), author.given())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(", "));
        return author.orcid() == null ? name : name + " [orcid:" + author.orcid() + "]";
    }

    private static String venue(ShownPublication work) {
        if (work.journal() == null) {
            return "";
        }
        return work.issns().isEmpty()
                ? work.journal()
                : work.journal() + " ["
                        + work.issns().stream().map(issn -> "issn:" + issn).collect(Collectors.joining(" ")) + "]";
    }

    /** All ids of a work, as space-separated CURIEs; its own where it has no registered one. */
    private static String ids(ShownPublication work) {
        return work.ids().isEmpty()
                ? work.id()
                : work.ids().entrySet().stream()
                        .map(id -> id.getKey() + ":" + id.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static boolean sameJournal(ShownPublication one, ShownPublication other) {
        if (one.issns().stream().anyMatch(other.issns()::contains)) {
            return true;
        }
        return one.journal() != null
                && other.journal() != null
                && one.journal().toLowerCase(Locale.ROOT).equals(other.journal().toLowerCase(Locale.ROOT));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
