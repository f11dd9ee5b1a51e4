package org.citestream.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Asks a line's view what stands as two works and is one, and which ids hold several works. */
final class WorksCheck {

    /** Most works in a hundred that share title, first author and year with another. */
    private static final double MOST_ALIKE = 1;

    /** Works as readers see them, with what they are recognised by; shorter titles ("Editorial") name no work. */
    private static final String ALIKE = """
            WITH work AS (
                SELECT id, title, published, journal, regexp_replace(lower(title), '[^[:alnum:]]', '', 'g') AS letters,
                    lower(coalesce(authors->0->>'family', authors->0->>'collective')) AS author
                FROM view_1.publication WHERE root = key AND title IS NOT NULL),
            alike AS (
                SELECT *, count(*) OVER (PARTITION BY letters, author, left(published, 4)) AS same
                FROM work WHERE length(letters) >= 20 AND author IS NOT NULL AND published IS NOT NULL)
            """;

    private static final String COUNT_ALIKE = ALIKE + """
            SELECT (SELECT count(*) FROM view_1.publication WHERE root = key),
                (SELECT count(*) FROM view_1.publication WHERE root <> key), count(*) FROM alike WHERE same > 1""";

    /** Groups in the order of a hash, so that the same data gives the same ones. */
    private static final String PAIRS = ALIKE + """
            SELECT string_agg(id || ' | ' || coalesce(journal, '-'), E'\\n    ' ORDER BY id), min(author), min(published), min(title)
            FROM alike WHERE same > 1 GROUP BY letters, author, left(published, 4) ORDER BY md5(min(id)) LIMIT %d""";

    /** DOIs without a number behind the slash, and beginnings of two or more others that go on behind a sign. */
    private static final String PREFIXES = """
            WITH beginning AS (
                SELECT left(id, place - 1) AS id, count(*) AS others
                FROM view_1.publication, generate_series(9, length(id)) AS place
                WHERE id LIKE 'doi:%' AND substr(id, place, 1) IN ('.', '/', '-') GROUP BY 1 HAVING count(*) > 1)
            SELECT p.id || ' begins ' || coalesce(others, 0), p.title FROM view_1.publication p LEFT JOIN beginning USING (id)
            WHERE p.id LIKE 'doi:%' AND (p.id !~ '/.*[0-9]' OR others > 1) ORDER BY 1""";

    /** Entries of one list on one id made from words, though year or volume and page differ, or the titles. */
    private static final String SHARED = """
            SELECT c.id, w.id, string_agg(e.key || ': ' || coalesce(left(e.raw, 200), '-'), E'\\n    ' ORDER BY e.ordinal)
            FROM view_1.reference_edge e JOIN view_1.publication w ON w.key = e.cited_as JOIN view_1.publication c ON c.key = e.citing
            WHERE w.id LIKE 'ref:%' GROUP BY c.id, w.id HAVING count(*) > 1 ORDER BY 1""";

    private static final String STALE = """
            SELECT w.id, w.title FROM view_1.publication w
            WHERE w.id LIKE 'ref:%' AND EXISTS (
                SELECT FROM view_1.publication_description d WHERE d.publication = w.key AND (d.value IS NOT NULL OR d.packed IS NOT NULL))
            AND NOT EXISTS (SELECT FROM view_1.reference_edge e WHERE e.cited_as = w.key)
            AND NOT EXISTS (SELECT FROM view_1.article a WHERE a.citing = w.key)
            ORDER BY 1""";

    private final int pairs;

    /** @param pairs how many groups of works to print in full */
    WorksCheck(int pairs) {
        this.pairs = pairs;
    }

    /** Prints what was found; true if there are few enough works that look alike. */
    boolean run(RunningLine line) throws SQLException {
        try (Connection connection = DriverManager.getConnection(line.jdbcUrl(), RunningLine.ACCOUNT, line.password());
                Statement select = connection.createStatement()) {
            double share = alike(select);
            list(select, "Ids that may be the beginning of DOIs:", PREFIXES);
            list(select, "Ids of words that stand for several entries of one list:", SHARED);
            list(select, "Works without an id that no list names:", STALE);
            list(select, "Works that share title, first author and year:", PAIRS.formatted(pairs));
            return share < MOST_ALIKE;
        }
    }

    private static double alike(Statement select) throws SQLException {
        try (ResultSet row = select.executeQuery(COUNT_ALIKE)) {
            row.next();
            double share = row.getLong(3) * 100.0 / row.getLong(1);
            System.out.printf(
                    Locale.ROOT,
                    "%d works, %d more ids that lead to them; %d works (%.2f %%) share title, first author and year%n",
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    share);
            return share;
        }
    }

    private static void list(Statement select, String head, String sql) throws SQLException {
        System.out.println(head);
        int found = 0;
        try (ResultSet row = select.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                found++;
                StringBuilder words = new StringBuilder("  ");
                for (int column = 1; column <= columns; column++) {
                    words.append(row.getString(column)).append(column < columns ? "\n    " : "");
                }
                System.out.println(words);
            }
        }
        System.out.println("  " + found + " in all");
    }
}
