package org.citestream.query.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.kit.database.Sql;

/** Finds publications by any of their ids and reads their descriptions. Thread-safe. */
@Singleton
public record PublicationReader(ObjectMapper json) {

    private static final TypeReference<List<ShownAuthor>> AUTHORS = new TypeReference<>() {};
    private static final TypeReference<List<ShownNotice>> NOTICES = new TypeReference<>() {};
    private static final TypeReference<List<ShownPublication.ShownFunding>> FUNDING = new TypeReference<>() {};
    private static final TypeReference<List<ShownPublication.ShownLink>> LINKS = new TypeReference<>() {};

    /** The kinds of id that a publication may have besides its main one. */
    private static final List<String> KINDS = List.of("doi", "pmid", "pmcid", "arxiv");

    private static final String DESCRIPTION =
            "p.id, p.doi, p.pmid, p.pmcid, p.arxiv, p.title, p.authors, p.authors_truncated, p.journal,"
                    + " p.journal_abbreviation, p.issns, p.publisher, p.published, p.year, p.volume, p.issue,"
                    + " p.first_page, p.last_page, p.article_type, p.publication_type, p.subjects, p.keywords, p.licence, p.licence_id,"
                    + " p.language, p.full_text_url, p.links, p.funding, " + listedAs("p") + " AS listed_as";

    /** The key of the work with this CURIE, aliases resolved; empty if no fact ever named it. */
    public Optional<Long> find(Connection connection, String curie) throws SQLException {
        Optional<Long> byId = new Sql()
                .add("SELECT root FROM active.publication WHERE id = ?", curie)
                .first(connection, row -> row.getLong(1));
        if (byId.isPresent()) {
            return byId;
        }
        String kind = curie.substring(0, curie.indexOf(':'));
        if (!KINDS.contains(kind)) {
            return Optional.empty();
        }
        return new Sql()
                .add("SELECT root FROM active.publication WHERE " + kind + " = ?", curie.substring(kind.length() + 1))
                .add("ORDER BY key LIMIT 1")
                .first(connection, row -> row.getLong(1));
    }

    /** The works with these CURIEs, aliases resolved, each with its notices; in one round trip. */
    public Map<String, ShownPublication> readByIds(Connection connection, Collection<String> ids) throws SQLException {
        return readByIds(connection, ids, "p.abstract");
    }

    /** The same for lists: long texts that lists do not show are not fetched. */
    public Map<String, ShownPublication> readBriefByIds(Connection connection, Collection<String> ids)
            throws SQLException {
        Map<String, ShownPublication> brief = readByIds(connection, ids, "NULL AS abstract");
        brief.replaceAll((id, work) -> work.brief());
        return brief;
    }

    private Map<String, ShownPublication> readByIds(Connection connection, Collection<String> ids, String summary)
            throws SQLException {
        Map<String, ShownPublication> publications = new HashMap<>();
        new Sql()
                .add("SELECT a.id AS asked, " + DESCRIPTION + ", " + summary
                        + ", (SELECT jsonb_agg(jsonb_build_object('kind', n.kind, 'date', n.date,")
                .add("'notice', n.notice, 'urls', n.urls) ORDER BY n.date, n.kind, n.notice)")
                .add("FROM (SELECT DISTINCT ON (m.date, m.kind) m.kind, m.date, m.notice, m.urls")
                .add("FROM active.publication s JOIN active.notice m ON m.publication = s.key AND NOT m.removed")
                .add("WHERE s.key = p.key OR (s.root = p.key AND s.root <> s.key)")
                .add("ORDER BY m.date, m.kind, m.notice) n) AS notices")
                .add("FROM unnest(?) AS a (id) CROSS JOIN LATERAL (", (Object) ids.toArray(String[]::new))
                .add(rootOf("a.id"))
                .add(") known JOIN active.publication p ON p.key = known.root")
                .list(
                        connection,
                        row -> publications.put(
                                row.getString("asked"), publication(row, parsed(row.getString("notices"), NOTICES))));
        return publications;
    }

    /** The keys of the works with these CURIEs, aliases resolved. */
    public Map<String, Long> keys(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, Long> keys = new HashMap<>();
        new Sql()
                .add("SELECT a.id, known.root FROM unnest(?) AS a (id) CROSS JOIN LATERAL (", (Object)
                        ids.toArray(String[]::new))
                .add(rootOf("a.id"))
                .add(") known")
                .list(connection, row -> keys.put(row.getString(1), row.getLong(2)));
        return keys;
    }

    /** The works with these keys, each with its notices. */
    public Map<Long, ShownPublication> read(Connection connection, Collection<Long> keys) throws SQLException {
        Long[] roots = keys.stream().distinct().toArray(Long[]::new);
        Map<Long, List<ShownNotice>> notices = notices(connection, roots);
        Map<Long, ShownPublication> publications = new HashMap<>();
        new Sql()
                .add("SELECT p.*, " + listedAs("p") + " AS listed_as FROM active.publication p")
                .add("WHERE p.key = ANY (?)", (Object) roots)
                .list(connection, row -> {
                    long key = row.getLong("key");
                    return publications.put(key, publication(row, notices.getOrDefault(key, List.of())));
                });
        return publications;
    }

    /** The root of the work with a CURIE among its ids, as a subquery of at most one row. */
    public static Sql rootOf(String curie) {
        Sql root = new Sql().add("SELECT n.root FROM active.publication n WHERE n.id = " + curie);
        for (String kind : KINDS) {
            root.add(
                    "UNION ALL (SELECT n.root FROM active.publication n WHERE n.%1$s = substring(%2$s FROM '^%1$s:(.*)$')"
                                    .formatted(kind, curie)
                            + " ORDER BY n.key LIMIT 1)");
        }
        return root.add("LIMIT 1");
    }

    /** The DOI of a row of {@code active.publication}, as SQL: null if it has none. */
    public static String doi(String alias) {
        return "coalesce(%1$s.doi, substring(%1$s.id FROM '^doi:(.*)$'))".formatted(alias);
    }

    /**
     * How a reference list prints a work of {@code active.publication} that has no title, as SQL; null if none does.
     */
    public static String listedAs(String alias) {
        return ("CASE WHEN %1$s.title IS NULL THEN (SELECT coalesce(listed.title, listed.raw)"
                        + " FROM active.reference_edge listed WHERE listed.cited = %1$s.key"
                        + " AND coalesce(listed.title, listed.raw) IS NOT NULL LIMIT 1) END")
                .formatted(alias);
    }

    /** The keys of all ids of the work with this root, as a subquery. */
    public static Sql sameWork(long root) {
        return new Sql()
                .add("SELECT key FROM active.publication WHERE key = ?", root)
                .add("UNION ALL SELECT key FROM active.publication WHERE root = ? AND root <> key", root);
    }

    /** The notices of the works with these roots, oldest first; works without notices are absent. */
    public Map<Long, List<ShownNotice>> notices(Connection connection, Long[] roots) throws SQLException {
        return notices(connection, new Sql().add("SELECT DISTINCT unnest(?) AS root", (Object) roots));
    }

    /** The same for works given by a query, each once, by their {@code root}. */
    public Map<Long, List<ShownNotice>> notices(Connection connection, Sql works) throws SQLException {
        Map<Long, List<ShownNotice>> notices = new HashMap<>();
        new Sql()
                // What several sources say of one notice is said once.
                .add("SELECT DISTINCT ON (w.root, n.date, n.kind) w.root, n.kind, n.date, n.notice, n.urls FROM (")
                .add(works)
                .add(") w CROSS JOIN LATERAL (SELECT w.root AS key UNION ALL")
                .add("SELECT p.key FROM active.publication p WHERE p.root = w.root AND p.root <> p.key) named")
                .add("JOIN active.notice n ON n.publication = named.key AND NOT n.removed")
                .add("ORDER BY w.root, n.date, n.kind, n.notice")
                .list(connection, row -> notices.computeIfAbsent(row.getLong(1), root -> new ArrayList<>())
                        .add(new ShownNotice(
                                row.getString("kind"),
                                row.getString("date"),
                                row.getString("notice"),
                                texts(row, "urls"))));
        return notices;
    }

    /** The notices on the work with this root that no source stands by any more, the last taken back first. */
    public List<WithdrawnNotice> withdrawn(Connection connection, long root) throws SQLException {
        return new Sql()
                .add("SELECT n.kind, n.date, max(n.withdrawn_at) AS at, max(n.withdrawn_why) AS why")
                .add("FROM active.notice n WHERE n.publication IN (")
                .add(sameWork(root))
                .add(") GROUP BY n.kind, n.date HAVING bool_and(n.removed) AND max(n.withdrawn_at) IS NOT NULL")
                .add("ORDER BY at DESC, n.kind, n.date")
                .list(
                        connection,
                        row -> new WithdrawnNotice(
                                row.getString("kind"),
                                row.getString("date"),
                                Sql.instant(row, "at"),
                                row.getString("why")));
    }

    private ShownPublication publication(ResultSet row, List<ShownNotice> notices) throws SQLException {
        return new ShownPublication(
                row.getString("id"),
                ids(row),
                row.getString("title"),
                row.getString("abstract"),
                parsed(row.getString("authors"), AUTHORS),
                row.getBoolean("authors_truncated"),
                row.getString("journal"),
                row.getString("journal_abbreviation"),
                texts(row, "issns"),
                row.getString("publisher"),
                row.getString("published"),
                row.getObject("year", Integer.class),
                row.getString("volume"),
                row.getString("issue"),
                row.getString("first_page"),
                row.getString("last_page"),
                row.getString("article_type"),
                row.getString("publication_type"),
                texts(row, "subjects"),
                texts(row, "keywords"),
                row.getString("licence"),
                row.getString("licence_id"),
                row.getString("language"),
                row.getString("full_text_url"),
                parsed(row.getString("links"), LINKS),
                parsed(row.getString("funding"), FUNDING),
                row.getString("listed_as"),
                notices);
    }

    private static Map<String, String> ids(ResultSet row) throws SQLException {
        Map<String, String> ids = new LinkedHashMap<>();
        for (String kind : KINDS) {
            String value = row.getString(kind);
            if (value != null) {
                ids.put(kind, value);
            }
        }
        // A publication of which only the id is known still has that id.
        String id = row.getString("id");
        int colon = id.indexOf(':');
        if (KINDS.contains(id.substring(0, colon))) {
            ids.putIfAbsent(id.substring(0, colon), id.substring(colon + 1));
        }
        return ids;
    }

    private <T> List<T> parsed(String array, TypeReference<List<T>> type) {
        if (array == null) {
            return List.of();
        }
        try {
            return json.readValue(array, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The view holds JSON of another shape than its migration says", e);
        }
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        java.sql.Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
