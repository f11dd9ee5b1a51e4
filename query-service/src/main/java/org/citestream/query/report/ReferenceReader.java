package org.citestream.query.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.vocabulary.Codes;

/** Reads the reference list of a publication, with the labels of its statements about each cited work. Thread-safe. */
@Singleton
public record ReferenceReader(Snapshot snapshot, PublicationReader publications) {

    /** A part of the list, or empty if no fact ever named the publication. */
    public Optional<References> read(String curie, ReferenceQuery query) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty() ? Optional.empty() : Optional.of(read(connection, key.get(), query));
        });
    }

    private record ReferenceRow(
            long cited,
            String key,
            String label,
            String title,
            Integer year,
            String raw,
            References.ShownMatch match,
            ShownStatement.ShownRelationship relationship,
            boolean citedInText,
            long citedBy) {

        static ReferenceRow of(ResultSet row) throws SQLException {
            return new ReferenceRow(
                    row.getLong("cited"),
                    row.getString("key"),
                    row.getString("label"),
                    row.getString("title"),
                    row.getObject("year", Integer.class),
                    row.getString("raw"),
                    new References.ShownMatch(row.getString("match_method"), row.getObject("match_score", Float.class)),
                    new ShownStatement.ShownRelationship(
                            Codes.RELATIONSHIP.name(row.getInt("relationship")),
                            PublicationReader.texts(row, "shared_authors")),
                    row.getBoolean("cited_in_text"),
                    row.getLong("cited_by"));
        }
    }

    private References read(Connection connection, long key, ReferenceQuery query) throws SQLException {
        long[] sums = new Sql()
                .add("SELECT count(DISTINCT e.cited), count(*)")
                .add(from(key, query))
                .first(connection, row -> new long[] {row.getLong(1), row.getLong(2)})
                .orElseThrow();
        List<ReferenceRow> rows = new Sql()
                .add("SELECT e.*, (SELECT coalesce(sum(t.citing_publications), 0) FROM active.tally t")
                .add("WHERE t.cited = e.cited) AS cited_by")
                .add(from(key, query))
                .add("ORDER BY " + order(query.order()) + "e.citing, e.ordinal, e.key")
                .add("LIMIT ? OFFSET ?", query.limit() + 1, query.offset())
                .list(connection, ReferenceRow::of);
        List<ReferenceRow> shown = rows.size() > query.limit() ? rows.subList(0, query.limit()) : rows;
        Map<Long, ShownPublication> works = publications.read(
                connection, shown.stream().map(ReferenceRow::cited).toList());
        Map<String, Map<String, Long>> types = types(connection, key);
        return new References(
                sums[0],
                sums[1],
                shown.stream()
                        .map(row -> entry(row, works.get(row.cited), types.getOrDefault(row.key, Map.of())))
                        .toList(),
                rows.size() > query.limit() ? query.offset() + query.limit() : null);
    }

    private static Sql from(long key, ReferenceQuery query) {
        Sql from = new Sql()
                .add("FROM active.reference_edge e JOIN active.publication w ON w.key = e.cited WHERE e.citing IN (")
                .add(PublicationReader.sameWork(key))
                .add(")");
        if (query.noticed()) {
            from.add("AND " + NoticedReferenceReader.noticed(""));
        }
        if (query.doubted()) {
            from.add("AND " + NoticedReferenceReader.noticed(" AND n.kind IN " + DOUBTING));
        }
        if (query.uncited()) {
            from.add("AND NOT e.cited_in_text");
        }
        if (query.type() != null) {
            from.add("AND EXISTS (SELECT FROM active.statement s WHERE s.citing = e.citing");
            from.add("AND s.reference_key = e.key AND s.type = ?)", query.type().code());
        }
        for (String word : query.words()) {
            from.add("AND concat_ws(' ', e.title, e.raw, w.title, w.journal, w.year, w.doi,");
            from.add("array_to_string(w.author_names, ' ')) ILIKE ?", "%" + literal(word) + "%");
        }
        return from;
    }

    /** A word as a pattern that matches only this word. */
    private static String literal(String word) {
        return word.replaceAll("[\\\\%_]", "\\\\$0");
    }

    private static final String DOUBTING = CitedNotice.warnings().stream()
            .sorted()
            .map(kind -> "'" + kind + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    private static String order(ReferenceQuery.ReferenceOrder order) {
        return switch (order) {
            case LIST -> "";
            case NEWEST -> "coalesce(w.year, e.year) DESC NULLS LAST, ";
            case OLDEST -> "coalesce(w.year, e.year) ASC NULLS LAST, ";
            case CITED -> "cited_by DESC, ";
        };
    }

    private static References.ReferenceEntry entry(ReferenceRow row, ShownPublication cited, Map<String, Long> types) {
        return new References.ReferenceEntry(
                row.key,
                row.label,
                cited.titledAtLeast(row.title, row.year).brief(),
                row.raw,
                row.match,
                row.relationship,
                row.citedInText,
                row.citedBy,
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
