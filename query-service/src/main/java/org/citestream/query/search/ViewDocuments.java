package org.citestream.query.search;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.vocabulary.Codes;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.VocabularySql;

/** Reads rows of the active generation as documents of the index. For one connection and one thread. */
final class ViewDocuments {
    /** Fetch size. */
    private static final int MOST_FETCHED = 2000;

    private static final String STATEMENTS = """
            SELECT s.citing, s.id, s.cited, cited.doi AS cited_doi, s.text, s.before, s.after,
                   array_to_string(s.heading_path, ' ') AS headings, %s
            FROM active.statement s
            JOIN active.publication cited ON cited.key = s.cited
            """.formatted(
            Facet.OF_STATEMENTS.stream().map(facet -> "s." + facet.column()).collect(Collectors.joining(", ")));
    private static final String ORDER = " ORDER BY s.citing, s.ordinal, s.id";
    private static final String ARTICLES = """
            SELECT said.key, citing.doi, citing.title, citing.author_names, citing.journal, citing.publication_type,
                   citing.published, coalesce(citing.licence_id, citing.licence) AS licence
            FROM active.publication said
            JOIN active.publication citing ON citing.key = said.root
            WHERE said.key = ANY (?)
            """;
    private static final String PUBLICATIONS = VocabularySql.of("""
            SELECT p.key, p.id, p.root, p.doi, p.pmid, p.pmcid, p.arxiv, p.title, p.abstract, p.author_names,
                   ARRAY(SELECT a.who ->> 'orcid' FROM jsonb_array_elements(p.authors) AS a (who)
                     WHERE a.who ->> 'orcid' IS NOT NULL) AS orcids, p.journal,
                   p.publication_type, p.published, %s AS institutions, p.funding,
                   (SELECT coalesce(sum(${total t.@}), 0)
                    FROM active.tally t WHERE t.cited = p.key) AS statements, p.touched::text::bigint AS touched
            FROM active.publication p
            """).formatted(Entities.INSTITUTIONS);

    private final Connection connection;

    ViewDocuments(Connection connection) {
        this.connection = connection;
    }

    /** Receives articles in batches. */
    @FunctionalInterface
    interface ArticleVisitor {
        void visit(List<ArticleDocument> articles) throws IOException;
    }

    /** Articles with only those of the given statements that still exist. */
    List<ArticleDocument> articlesOf(Collection<UUID> ids) throws SQLException, IOException {
        List<ArticleDocument> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(STATEMENTS + "WHERE s.id = ANY (?)" + ORDER)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            read(select, Integer.MAX_VALUE, all::addAll);
        }
        return all;
    }

    /** Keys of publications by their ids. */
    List<Long> keysOf(Collection<String> ids) throws SQLException {
        return keys("SELECT key FROM active.publication WHERE id = ANY (?)", "text", ids.toArray());
    }

    /** Keys of publications that are aliases of one of these: statements made under them are described by it. */
    List<Long> knownAs(Collection<Long> roots) throws SQLException {
        return keys(
                "SELECT key FROM active.publication WHERE root <> key AND root = ANY (?)", "bigint", roots.toArray());
    }

    private List<Long> keys(String sql, String type, Object[] among) throws SQLException {
        List<Long> keys = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf(type, among));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getLong(1));
                }
            }
        }
        return keys;
    }

    /**
     * Those of the articles that make any statement, complete; a visitor gets articles with about {@code batch}
     * statements at a time.
     */
    void forEachArticle(Collection<Long> keys, int batch, ArticleVisitor visitor) throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(STATEMENTS + "WHERE s.citing = ANY (?)" + ORDER)) {
            select.setArray(1, connection.createArrayOf("bigint", keys.toArray()));
            read(select, batch, visitor);
        }
    }

    /** All articles that make any statement. */
    void forEachArticle(int batch, ArticleVisitor visitor) throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(STATEMENTS + ORDER)) {
            read(select, batch, visitor);
        }
    }

    private void read(PreparedStatement select, int batch, ArticleVisitor visitor) throws SQLException, IOException {
        select.setFetchSize(Math.min(batch, MOST_FETCHED));
        Map<Long, List<StatementDocument>> said = new LinkedHashMap<>();
        int read = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long citing = row.getLong("citing");
                if (read >= batch && !said.containsKey(citing)) {
                    visitor.visit(described(said));
                    said.clear();
                    read = 0;
                }
                said.computeIfAbsent(citing, key -> new ArrayList<>()).add(statement(row));
                read++;
            }
        }
        if (!said.isEmpty()) {
            visitor.visit(described(said));
        }
    }

    private static StatementDocument statement(ResultSet row) throws SQLException {
        return new StatementDocument(
                row.getObject("id", UUID.class),
                row.getLong("cited"),
                row.getString("cited_doi"),
                row.getString("text"),
                row.getString("before"),
                row.getString("after"),
                row.getString("headings"),
                codes(row));
    }

    private List<ArticleDocument> described(Map<Long, List<StatementDocument>> said) throws SQLException {
        List<ArticleDocument> articles = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ARTICLES)) {
            select.setArray(1, connection.createArrayOf("bigint", said.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long key = row.getLong("key");
                    articles.add(new ArticleDocument(
                            key,
                            row.getString("doi"),
                            row.getString("title"),
                            texts(row, "author_names"),
                            row.getString("journal"),
                            row.getString("publication_type"),
                            row.getString("published"),
                            row.getString("licence"),
                            said.get(key)));
                }
            }
        }
        return articles;
    }

    /** A code of a newer schema counts as unknown, as it does everywhere. */
    private static Map<Facet, Integer> codes(ResultSet row) throws SQLException {
        Map<Facet, Integer> codes = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.OF_STATEMENTS) {
            Codes known = facet.codes();
            codes.put(facet, (int) known.code(known.name(row.getInt(facet.column()))));
        }
        return codes;
    }

    /** A publication's row; {@code document} is null for an alias of another one. */
    record TouchedPublication(long key, String id, long touched, PublicationDocument document) {}

    /**
     * Publications touched by transactions from {@code from} on and before {@code to}, after the given row in the same
     * order.
     */
    List<TouchedPublication> publicationsTouched(long from, long to, TouchedPublication last, int most)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PUBLICATIONS + """
                WHERE p.touched >= ?::text::xid8 AND p.touched < ?::text::xid8
                  AND (p.touched, p.key) > (?::text::xid8, ?)
                ORDER BY p.touched, p.key LIMIT ?""")) {
            select.setString(1, Long.toString(from));
            select.setString(2, Long.toString(to));
            select.setString(3, Long.toString(last == null ? 0 : last.touched()));
            select.setLong(4, last == null ? 0 : last.key());
            select.setInt(5, most);
            List<TouchedPublication> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    boolean known = row.getLong("root") == row.getLong("key");
                    rows.add(new TouchedPublication(
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
                texts(row, "orcids"),
                Entities.of(
                        texts(row, "author_names"),
                        row.getString("journal"),
                        row.getString("institutions"),
                        row.getString("funding")),
                row.getString("journal"),
                row.getString("publication_type"),
                row.getString("published"),
                row.getLong("statements"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
