package org.citestream.query.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.vocabulary.Codes;

/** Reads the reference list of a publication, with the labels it gives what it cites. Thread-safe. */
@ApplicationScoped
public class ReferenceReader {

    private final Snapshot snapshot;
    private final PublicationReader publications;

    ReferenceReader(Snapshot snapshot, PublicationReader publications) {
        this.snapshot = snapshot;
        this.publications = publications;
    }

    /**
     * A part of the list, or empty if no fact ever named the publication.
     *
     * @param noticed only entries on whose publication there is an editorial notice
     */
    public Optional<References> read(String curie, boolean noticed, int limit, int offset) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty() ? Optional.empty() : Optional.of(read(connection, key.get(), noticed, limit, offset));
        });
    }

    private record Row(
            long cited,
            String key,
            String label,
            String title,
            Integer year,
            String raw,
            References.Match match,
            ShownStatement.Relationship relationship,
            boolean citedInText) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("cited"),
                    row.getString("key"),
                    row.getString("label"),
                    row.getString("title"),
                    row.getObject("year", Integer.class),
                    row.getString("raw"),
                    new References.Match(row.getString("match_method"), row.getObject("match_score", Float.class)),
                    new ShownStatement.Relationship(
                            Codes.RELATIONSHIP.name(row.getInt("relationship")),
                            PublicationReader.texts(row, "shared_authors")),
                    row.getBoolean("cited_in_text"));
        }
    }

    private References read(Connection connection, long key, boolean noticed, int limit, int offset)
            throws SQLException {
        String only = noticed ? " AND " + NoticedReferenceReader.noticed() : "";
        long[] sums = new Sql()
                .add("SELECT count(DISTINCT e.cited), count(*) FROM active.reference_edge e WHERE e.citing IN (")
                .add(PublicationReader.sameWork(key))
                .add(")" + only)
                .first(connection, row -> new long[] {row.getLong(1), row.getLong(2)})
                .orElseThrow();
        List<Row> rows = new Sql()
                .add("SELECT e.* FROM active.reference_edge e WHERE e.citing IN (")
                .add(PublicationReader.sameWork(key))
                .add(")" + only + " ORDER BY e.citing, e.ordinal, e.key LIMIT ? OFFSET ?", limit + 1, offset)
                .list(connection, Row::of);
        List<Row> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        Map<Long, ShownPublication> works =
                publications.read(connection, shown.stream().map(Row::cited).toList());
        Map<String, Map<String, Long>> types = types(connection, key);
        return new References(
                sums[0],
                sums[1],
                shown.stream()
                        .map(row -> entry(row, works.get(row.cited), types.getOrDefault(row.key, Map.of())))
                        .toList(),
                rows.size() > limit ? offset + limit : null);
    }

    private static References.Entry entry(Row row, ShownPublication cited, Map<String, Long> types) {
        return new References.Entry(
                row.key,
                row.label,
                cited.titledAtLeast(row.title, row.year).brief(),
                row.raw,
                row.match,
                row.relationship,
                row.citedInText,
                types);
    }

    private static Map<String, Map<String, Long>> types(Connection connection, long key) throws SQLException {
        Map<String, Map<String, Long>> types = new HashMap<>();
        new Sql()
                .add("SELECT reference_key, type, count(*) FROM active.statement WHERE citing IN (")
                .add(PublicationReader.sameWork(key))
                .add(") GROUP BY reference_key, type ORDER BY reference_key, type")
                .list(connection, row -> types.computeIfAbsent(row.getString(1), reference -> new LinkedHashMap<>())
                        .put(Codes.TYPE.name(row.getInt(2)), row.getLong(3)));
        return types;
    }
}
