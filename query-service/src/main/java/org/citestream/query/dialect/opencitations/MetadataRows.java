package org.citestream.query.dialect.opencitations;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.CitationLink;
import org.citestream.query.publication.CitationLinks;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;

/** Metadata of works, as rows of the index's version 1 or of OpenCitations Meta. Thread-safe. */
@Singleton
record MetadataRows(
        Snapshot snapshot, PublicationReader publications, CitationLinks links, OpenCitationsSettings settings) {

    /** The columns of Meta and of version 2. */
    static final List<String> META = List.of(
            "id", "title", "author", "pub_date", "venue", "volume", "issue", "page", "publisher", "type", "editor");

    /** The columns of version 1. */
    static final List<String> INDEX = List.of(
            "doi",
            "citation_count",
            "citation",
            "reference",
            "author",
            "title",
            "source_title",
            "source_id",
            "volume",
            "issue",
            "page",
            "year",
            "oa_link");

    /** One row for each known id. */
    List<Map<String, String>> meta(List<String> curies) {
        return snapshot.once(connection -> publications.readByIds(connection, curies).values().stream()
                .map(MetadataRows::meta)
                .toList());
    }

    /** The works of the author with this ORCID, at most as many as the settings allow; the newest first. */
    List<Map<String, String>> by(String orcid) {
        return snapshot.once(connection -> {
            List<Long> keys = new Sql()
                    .add("SELECT key FROM active.publication WHERE root = key")
                    .add("AND authors @> jsonb_build_array(jsonb_build_object('orcid', ?::text))", orcid)
                    .add("ORDER BY published DESC NULLS LAST, key LIMIT ?", settings.rows())
                    .list(connection, row -> row.getLong(1));
            Map<Long, ShownPublication> works = publications.read(connection, keys);
            return keys.stream().map(works::get).map(MetadataRows::meta).toList();
        });
    }

    /** The same, with the DOIs of citing and cited works. */
    List<Map<String, String>> index(List<String> curies) {
        return snapshot.read(connection -> {
            List<Map<String, String>> rows = new ArrayList<>();
            for (String curie : curies) {
                Optional<Long> key = publications.find(connection, curie);
                if (key.isPresent()) {
                    rows.add(index(connection, key.get()));
                }
            }
            return rows;
        });
    }

    private Map<String, String> index(Connection connection, long key) throws SQLException {
        ShownPublication work = publications.read(connection, List.of(key)).get(key);
        List<String> citing = dois(
                connection,
                links.citing(connection, key, settings.rows(), 0).stream()
                        .map(CitationLink::citing)
                        .toList());
        List<String> cited = dois(
                connection,
                links.cited(connection, key, settings.rows(), 0).stream()
                        .map(CitationLink::cited)
                        .toList());
        Map<String, String> row = new LinkedHashMap<>();
        row.put("doi", text(work.doi()));
        row.put("citation_count", Integer.toString(citing.size()));
        row.put("citation", String.join("; ", citing));
        row.put("reference", String.join("; ", cited));
        row.put("author", work.authors().stream().map(MetadataRows::name).collect(Collectors.joining("; ")));
        row.put("title", text(work.title()));
        row.put("source_title", text(work.journal()));
        row.put("source_id", work.issns().stream().map(issn -> "issn:" + issn).collect(Collectors.joining("; ")));
        row.put("volume", text(work.volume()));
        row.put("issue", text(work.issue()));
        row.put("page", pages(work));
        row.put("year", work.year() == null ? "" : work.year().toString());
        row.put("oa_link", work.licence() == null ? "" : text(work.fullTextUrl()));
        return row;
    }

    private List<String> dois(Connection connection, List<Long> keys) throws SQLException {
        Map<Long, ShownPublication> works = publications.read(connection, keys);
        return keys.stream()
                .map(key -> works.get(key).doi())
                .filter(doi -> doi != null)
                .toList();
    }

    private static Map<String, String> meta(ShownPublication work) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", CitationRows.ids(work));
        row.put("title", text(work.title()));
        row.put(
                "author",
                work.authors().stream()
                        .map(author ->
                                identified(name(author), author.orcid() == null ? "" : "orcid:" + author.orcid()))
                        .collect(Collectors.joining("; ")));
        row.put("pub_date", text(work.published()));
        row.put("venue", venue(work));
        row.put("volume", text(work.volume()));
        row.put("issue", text(work.issue()));
        row.put("page", pages(work));
        row.put("publisher", identified(work.publisher(), ""));
        row.put(
                "type",
                work.publicationType() == null ? "" : work.publicationType().replace('-', ' '));
        row.put("editor", "");
        return row;
    }

    private static String name(ShownAuthor author) {
        return author.collective() != null
                ? author.collective()
                : Stream.of(author.family(), author.given())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(", "));
    }

    private static String venue(ShownPublication work) {
        return identified(
                work.journal(),
                work.issns().stream().map(issn -> "issn:" + issn).collect(Collectors.joining(" ")));
    }

    /**
     * Clients split names at the brackets, so these are present even without a known id; the name then serves as one of
     * our ids.
     */
    private static String identified(String name, String ids) {
        if (name == null || name.isBlank()) {
            return "";
        }
        String own =
                "citestream:" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return name + " [" + (ids.isEmpty() ? own : ids) + "]";
    }

    private static String pages(ShownPublication work) {
        return work.firstPage() == null
                ? ""
                : work.firstPage() + (work.lastPage() == null ? "" : "-" + work.lastPage());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
