package org.citestream.query.dialect.openalex;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citestream.kit.database.Sql;
import org.citestream.query.PublicUrl;
import org.citestream.query.database.Snapshot;
import org.citestream.query.dialect.Keyset;
import org.citestream.query.dialect.openalex.WorkShape.WorkFigures;
import org.citestream.query.dialect.openalex.WorkShape.YearCount;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.related.RelatedWorks;
import org.citestream.query.related.RelatedWorks.Related;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;

/** Works in OpenAlex' shape. Thread-safe. */
@Singleton
record WorksReader(
        Snapshot snapshot, PublicationReader publications, WorksSql works, RelatedWorks related, PublicUrl publicUrl) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_GROUPS = 200;
    private static final int RELATED = 10;
    private static final String REFERENCES = "referenced_works";

    /** One work, with what is related to it; empty if it is not known. */
    Optional<ObjectNode> work(String curie, Set<String> select) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty()
                    ? Optional.<ObjectNode>empty()
                    : Optional.of(
                            shapes(connection, List.of(key.get()), select, true).get(0));
        });
    }

    /** A page of works, or their counts by what they are grouped by. */
    ObjectNode list(WorksQuery query) {
        long start = System.nanoTime();
        return snapshot.read(connection -> {
            Sql where = works.where(connection, query.filter(), query.search());
            ObjectNode answer = JSON.objectNode();
            ObjectNode meta = answer.putObject("meta");
            long count = new Sql()
                    .add("SELECT count(*) FROM active.publication p")
                    .add(where)
                    .number(connection);
            meta.put("count", count);
            ArrayNode results = answer.putArray("results");
            ArrayNode groups = answer.putArray("group_by");
            if (query.groupBy().isPresent()) {
                groups(connection, where, query.groupBy().get(), groups);
                meta.put("page", 1).put("per_page", MOST_GROUPS).put("groups_count", groups.size());
            } else {
                fill(connection, where, query, meta, results);
            }
            meta.put("db_response_time_ms", (System.nanoTime() - start) / 1_000_000);
            return answer;
        });
    }

    private void fill(Connection connection, Sql where, WorksQuery query, ObjectNode meta, ArrayNode results)
            throws SQLException {
        record WorkRow(long key, String id, String value) {}
        Keyset order = query.order();
        Sql select = new Sql()
                .add("SELECT p.key, p.id, " + order.value() + " AS value FROM active.publication p")
                .add(where);
        Optional<String> behind = query.cursor().filter(cursor -> !cursor.equals(WorksQuery.START));
        behind.ifPresent(cursor -> select.add(order.behind(Keyset.Place.parse(cursor)
                .orElseThrow(() -> OpenAlexError.refused(
                        "Cursor value is invalid. The cursor value should be * or next_cursor of the page before")))));
        select.add(order.by()).add("LIMIT ?", query.perPage() + 1);
        if (query.cursor().isEmpty()) {
            select.add("OFFSET ?", (query.page() - 1) * query.perPage());
        }
        List<WorkRow> rows = select.list(
                connection, row -> new WorkRow(row.getLong("key"), row.getString("id"), row.getString("value")));
        boolean more = rows.size() > query.perPage();
        List<WorkRow> shown = rows.subList(0, Math.min(query.perPage(), rows.size()));
        shapes(connection, shown.stream().map(WorkRow::key).toList(), query.select(), false)
                .forEach(results::add);
        if (query.cursor().isPresent()) {
            meta.putNull("page");
            WorkRow last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
            meta.put("next_cursor", more ? new Keyset.Place(last.value(), last.id()).token() : null);
        } else {
            meta.put("page", query.page());
        }
        meta.put("per_page", query.perPage()).putNull("groups_count");
    }

    /** A value that is not known is left out, as there. */
    private static void groups(Connection connection, Sql where, WorksQuery.Grouping grouping, ArrayNode groups)
            throws SQLException {
        Sql values = grouping == WorksQuery.Grouping.AUTHOR
                ? new Sql()
                        .add(
                                "SELECT coalesce('https://orcid.org/' || (a.who ->> 'orcid'), n.name) AS value, n.name AS shown")
                        .add("FROM active.publication p CROSS JOIN LATERAL jsonb_array_elements(p.authors) AS a (who)")
                        .add(
                                "CROSS JOIN LATERAL (SELECT coalesce(a.who ->> 'collective', concat_ws(' ', a.who ->> 'given',")
                        .add("a.who ->> 'family')) AS name) n")
                : new Sql()
                        .add("SELECT " + grouping.sql() + " AS value, " + grouping.sql()
                                + " AS shown FROM active.publication p");
        new Sql()
                .add("SELECT value, min(shown) AS shown, count(*) AS works FROM (")
                .add(values)
                .add(where)
                .add(") valued WHERE value IS NOT NULL GROUP BY value ORDER BY works DESC, value LIMIT ?", MOST_GROUPS)
                .list(connection, row -> groups.addObject()
                        .put("key", row.getString("value"))
                        .put("key_display_name", row.getString("shown"))
                        .put("count", row.getLong("works")));
    }

    private List<ObjectNode> shapes(Connection connection, List<Long> keys, Set<String> select, boolean withRelated)
            throws SQLException {
        Map<Long, ShownPublication> described = publications.read(connection, keys);
        Map<Long, Tally> tallies = Tallies.byKey(connection, keys);
        boolean listed = wants(select, REFERENCES) || wants(select, "referenced_works_count");
        Map<Long, List<String>> references = listed ? references(connection, keys) : Map.of();
        Map<Long, List<YearCount>> years = wants(select, "counts_by_year") ? years(connection, keys) : Map.of();
        List<ObjectNode> shapes = new ArrayList<>();
        for (long key : keys) {
            WorkFigures links = new WorkFigures(
                    tallies.getOrDefault(key, Tally.NONE).citingPublications(),
                    years.getOrDefault(key, List.of()),
                    references.getOrDefault(key, List.of()),
                    withRelated && wants(select, "related_works") ? related(connection, key) : List.of());
            shapes.add(WorkShape.of(described.get(key), links, select, publicUrl.base()));
        }
        return shapes;
    }

    private static boolean wants(Set<String> select, String field) {
        return select.isEmpty() || select.contains(field);
    }

    private List<String> related(Connection connection, long key) throws SQLException {
        List<Long> works = related.of(connection, key, RELATED, 0).stream()
                .map(Related::work)
                .toList();
        Map<Long, ShownPublication> described = publications.read(connection, works);
        return works.stream().map(work -> described.get(work).id()).toList();
    }

    private static Map<Long, List<String>> references(Connection connection, Collection<Long> keys)
            throws SQLException {
        Map<Long, List<String>> references = new HashMap<>();
        new Sql()
                .add("SELECT c.root, w.id FROM active.publication c JOIN active.reference_edge e ON e.citing = c.key")
                .add("JOIN active.publication w ON w.key = e.cited")
                .add(
                        "WHERE c.key = ANY (?) OR (c.root <> c.key AND c.root = ANY (?))",
                        keys.toArray(Long[]::new),
                        keys.toArray(Long[]::new))
                .add("GROUP BY c.root, w.id ORDER BY min(e.ordinal), w.id")
                .list(connection, row -> references
                        .computeIfAbsent(row.getLong(1), root -> new ArrayList<>())
                        .add(row.getString(2)));
        return references;
    }

    /** Newest first. */
    private static Map<Long, List<YearCount>> years(Connection connection, Collection<Long> keys) throws SQLException {
        Map<Long, List<YearCount>> years = new HashMap<>();
        new Sql()
                .add("SELECT e.cited, r.year, count(DISTINCT c.root) AS works FROM active.reference_edge e")
                .add("JOIN active.publication c ON c.key = e.citing JOIN active.publication r ON r.key = c.root")
                .add("WHERE e.cited = ANY (?) AND r.year IS NOT NULL", (Object) keys.toArray(Long[]::new))
                .add("GROUP BY e.cited, r.year ORDER BY r.year DESC")
                .list(connection, row -> years.computeIfAbsent(row.getLong(1), cited -> new ArrayList<>())
                        .add(new YearCount(row.getInt(2), row.getLong(3))));
        return years;
    }
}
