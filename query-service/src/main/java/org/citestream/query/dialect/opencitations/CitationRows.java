package org.citestream.query.dialect.opencitations;

import jakarta.inject.Singleton;
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
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.CitationLink;
import org.citestream.query.publication.CitationLinks;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;

/**
 * Citations as OpenCitations' rows: ordered columns of text, empty where unknown. Version 1 has only citations between
 * works with DOIs, in the counts too. Thread-safe.
 */
@Singleton
record CitationRows(
        Snapshot snapshot, PublicationReader publications, CitationLinks links, OpenCitationsSettings settings) {

    static final List<String> COLUMNS =
            List.of("oci", "citing", "cited", "creation", "timespan", "journal_sc", "author_sc");

    @FunctionalInterface
    private interface LinkQuery {
        List<CitationLink> of(Connection connection, long work) throws SQLException;
    }

    /** The citations that a work received. */
    List<Map<String, String>> toward(String curie, IndexVersion version) {
        return rows(curie, version, (connection, work) -> links.citing(connection, work, settings.rows(), 0));
    }

    /** The citations that a work makes. */
    List<Map<String, String>> from(String curie, IndexVersion version) {
        return rows(curie, version, (connection, work) -> links.cited(connection, work, settings.rows(), 0));
    }

    /** The citation between two works, if there is one. */
    List<Map<String, String>> between(String citingCurie, String citedCurie, IndexVersion version) {
        return rows(citingCurie, version, (connection, citing) -> {
            Optional<Long> cited = publications.find(connection, citedCurie);
            return cited.isEmpty()
                    ? List.of()
                    : links.between(connection, citing, cited.get()).stream().toList();
        });
    }

    private List<Map<String, String>> rows(String curie, IndexVersion version, LinkQuery found) {
        return snapshot.read(connection -> {
            Optional<Long> work = publications.find(connection, curie);
            return work.isEmpty() ? List.of() : rows(connection, found.of(connection, work.get()), version);
        });
    }

    private List<Map<String, String>> rows(Connection connection, List<CitationLink> found, IndexVersion version)
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
            if (version == IndexVersion.V2 || (citing.doi() != null && cited.doi() != null)) {
                rows.add(row(link, citing, cited, version));
            }
        }
        return rows;
    }

    private static Map<String, String> row(
            CitationLink link, ShownPublication citing, ShownPublication cited, IndexVersion version) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("oci", Oci.of(citing.id(), cited.id()));
        row.put("citing", version == IndexVersion.V1 ? citing.doi() : ids(citing));
        row.put("cited", version == IndexVersion.V1 ? cited.doi() : ids(cited));
        row.put("creation", citing.published() == null ? "" : citing.published());
        row.put("timespan", Timespan.between(cited.published(), citing.published()));
        row.put("journal_sc", sameJournal(citing, cited) ? "yes" : "no");
        row.put("author_sc", link.selfCitation() ? "yes" : "no");
        return row;
    }

    /** All ids of a work, as space-separated CURIEs; our own id if it has no registered one. */
    static String ids(ShownPublication work) {
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
}
