package org.citestream.query.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.vocabulary.Codes;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.VocabularySql;

/** The active generation's rows as documents of the index. One connection, one thread. */
final class ViewDocuments {
    private static final UUID LEAST = new UUID(0, 0);
    private static final String STATEMENTS = """
            SELECT s.id, citing.id AS citing_id, citing.doi AS citing_doi, cited.id AS cited_id, cited.doi AS cited_doi,
                   s.text, s.before, s.after, array_to_string(s.heading_path, ' ') AS headings,
                   citing.title, citing.author_names, citing.journal, citing.publication_type, citing.year,
                   citing.licence, %s
            FROM active.statement s
            JOIN active.publication said ON said.key = s.citing
            JOIN active.publication citing ON citing.key = said.root
            JOIN active.publication cited ON cited.key = s.cited
            """.formatted(
            Facet.OF_STATEMENTS.stream().map(facet -> "s." + facet.column()).collect(Collectors.joining(", ")));
    private static final String PUBLICATIONS = VocabularySql.of("""
            SELECT p.key, p.id, p.root, p.doi, p.pmid, p.pmcid, p.arxiv, p.title, p.abstract, p.author_names, p.journal,
                   p.publication_type, p.year,
                   (SELECT coalesce(sum(${total t.@}), 0)
                    FROM active.tally t WHERE t.cited = p.key) AS statements, p.touched::text::bigint AS touched
            FROM active.publication p
            """);

    private final Connection connection;

    ViewDocuments(Connection connection) {
        this.connection = connection;
    }

    /** Those of the ids that are still there. */
    List<StatementDocument> statements(Collection<UUID> ids) throws SQLException {
        return statements(STATEMENTS + "WHERE s.id = ANY (?)", "uuid", ids.toArray());
    }

    /** All statements made by these publications or by what they were called before. */
    List<StatementDocument> statementsOf(Collection<Long> citing) throws SQLException {
        return statements(STATEMENTS + """
                        WHERE s.citing IN (SELECT unnest(a.keys) FROM (SELECT ?::bigint[] AS keys) a
                                           UNION SELECT p.key FROM active.publication p, (SELECT ?::bigint[] AS keys) b
                                                 WHERE p.root <> p.key AND p.root = ANY (b.keys))""", "bigint", citing.toArray());
    }

    private List<StatementDocument> statements(String sql, String type, Object[] keys) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Array array = connection.createArrayOf(type, keys);
            int parameters = (int) sql.chars().filter(c -> c == '?').count();
            for (int i = 1; i <= parameters; i++) {
                select.setArray(i, array);
            }
            return statements(select);
        }
    }

    /** The next statements behind an id (null: from the beginning), in the order of their ids. */
    List<StatementDocument> statementsAfter(UUID last, int most) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(STATEMENTS + "WHERE s.id > ? ORDER BY s.id LIMIT ?")) {
            select.setObject(1, last == null ? LEAST : last);
            select.setInt(2, most);
            return statements(select);
        }
    }

    private static List<StatementDocument> statements(PreparedStatement select) throws SQLException {
        List<StatementDocument> documents = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                documents.add(new StatementDocument(
                        row.getObject("id", UUID.class),
                        row.getString("citing_id"),
                        row.getString("cited_id"),
                        Stream.of(row.getString("citing_doi"), row.getString("cited_doi"))
                                .filter(doi -> doi != null)
                                .toList(),
                        row.getString("text"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("headings"),
                        row.getString("title"),
                        texts(row, "author_names"),
                        row.getString("journal"),
                        row.getString("publication_type"),
                        row.getObject("year", Integer.class),
                        row.getString("licence"),
                        codes(row)));
            }
        }
        return documents;
    }

    /** A code of a newer schema counts as unknown, as everywhere. */
    private static Map<Facet, Integer> codes(ResultSet row) throws SQLException {
        Map<Facet, Integer> codes = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.OF_STATEMENTS) {
            Codes known = facet.codes();
            codes.put(facet, (int) known.code(known.name(row.getInt(facet.column()))));
        }
        return codes;
    }

    /** A publication's row; {@code document} is null for one that is known under another id. */
    record PublicationRow(long key, String id, long touched, PublicationDocument document) {}

    /** Publications touched by transactions from {@code from} on, before {@code to}, behind one row of the same order. */
    List<PublicationRow> publicationsTouched(long from, long to, PublicationRow last, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PUBLICATIONS + """
                WHERE p.touched >= ?::text::xid8 AND p.touched < ?::text::xid8
                  AND (p.touched, p.key) > (?::text::xid8, ?)
                ORDER BY p.touched, p.key LIMIT ?""")) {
            select.setString(1, Long.toString(from));
            select.setString(2, Long.toString(to));
            select.setString(3, Long.toString(last == null ? 0 : last.touched()));
            select.setLong(4, last == null ? 0 : last.key());
            select.setInt(5, most);
            List<PublicationRow> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    boolean known = row.getLong("root") == row.getLong("key");
                    rows.add(new PublicationRow(
                            row.getLong("key"),
                            row.getString("id"),
                            row.getLong("touched"),
                            known ? publication(row) : null));
                }
            }
            return rows;
        }
    }

    private static PublicationDocument publication(ResultSet row) throws SQLException {
        return new PublicationDocument(
                row.getLong("key"),
                row.getString("id"),
                row.getString("doi"),
                Stream.of(row.getString("pmid"), row.getString("pmcid"), row.getString("arxiv"))
                        .filter(id -> id != null)
                        .toList(),
                row.getString("title"),
                row.getString("abstract"),
                texts(row, "author_names"),
                row.getString("journal"),
                row.getString("publication_type"),
                row.getObject("year", Integer.class),
                row.getLong("statements"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
