package org.citestream.query.dialect.scite;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.Issn;
import org.citestream.query.publication.Journals;
import org.citestream.query.publication.Slug;
import org.citestream.query.tally.Tallies;
import org.citestream.query.vocabulary.VocabularySql;

/** Reads figures about whole journals, each in one round trip to the database. Thread-safe. */
@Singleton
record JournalReader(Snapshot snapshot) {

    /** Tallies by the ISSN asked for; unknown journals are absent. */
    Map<String, JournalTally> tallies(Collection<String> issns) {
        Sql sql = Journals.byIssn(issns)
                .add(Journals.works())
                .add("SELECT s.asked, s.title, s.issns, " + Tallies.COLUMNS + " FROM same s")
                .add("LEFT JOIN work w ON w.asked = s.asked LEFT JOIN active.tally t ON t.cited = w.key")
                .add("GROUP BY s.asked, s.title, s.issns ORDER BY s.asked");
        Map<String, JournalTally> tallies = new LinkedHashMap<>();
        snapshot.once(connection -> sql.list(connection, row -> tallies.put(row.getString("asked"), tally(row))));
        return tallies;
    }

    private static JournalTally tally(ResultSet row) throws SQLException {
        return JournalTally.of(Tallies.of(row), row.getString("title"), texts(row, "issns"));
    }

    /** The number of works of a journal, by its ISSN or slug; empty if there is no such journal. */
    Optional<Long> works(String issnOrSlug) {
        Optional<Sql> journal = Issn.of(issnOrSlug).map(Journals::byIssn).or(() -> Slug.identity(issnOrSlug)
                .map(Journals::byName));
        return journal.flatMap(same -> snapshot.once(connection -> same.add(Journals.works())
                .add("SELECT count(w.key) FROM same s LEFT JOIN work w ON w.asked = s.asked GROUP BY s.asked")
                .first(connection, row -> row.getLong(1))));
    }

    /** For each journal, every year with statements about it, the newest first. */
    List<JournalIndex> indexes(Collection<String> issns) {
        Sql sql = Journals.byIssn(issns)
                .add(Journals.works())
                .add(", said AS (SELECT w.asked, citing.year AS said, w.year AS published, s.type")
                .add("FROM work w JOIN active.statement s ON s.cited = w.key")
                .add("JOIN active.publication c ON c.key = s.citing")
                .add("JOIN active.publication citing ON citing.key = c.root WHERE citing.year IS NOT NULL)")
                .add("SELECT s.asked, s.title, s.issns, y.said,")
                .add(index("y.published BETWEEN y.said - 2 AND y.said - 1") + " AS two,")
                .add(index("y.published BETWEEN y.said - 5 AND y.said - 1") + " AS five,")
                .add(index("true") + " AS ever")
                .add("FROM same s JOIN said y ON y.asked = s.asked GROUP BY s.asked, s.title, s.issns, y.said")
                .add("ORDER BY s.asked, y.said DESC");
        return snapshot.once(connection -> sql.list(
                connection,
                row -> new JournalIndex(
                        row.getString("asked"),
                        row.getString("title"),
                        texts(row, "issns"),
                        row.getInt("said"),
                        row.getObject("two", Double.class),
                        row.getObject("five", Double.class),
                        row.getObject("ever", Double.class))));
    }

    private static String index(String window) {
        return VocabularySql.of("count(*) FILTER (WHERE y.type = ${type:supporting} AND %1$s)::float8"
                        + " / nullif(count(*) FILTER (WHERE y.type IN (${type:supporting}, ${type:contrasting})"
                        + " AND %1$s), 0)")
                .formatted(window);
    }

    /** Counts of editorial notices on works of a journal. */
    record NoticeCounts(
            long totalRetractions,
            long totalExpressionOfConcerns,
            long totalWithdrawals,
            long totalErrata,
            long totalCorrections) {}

    /** By the ISSN asked for; unknown journals are absent. */
    Map<String, NoticeCounts> notices(Collection<String> issns) {
        Sql sql = Journals.byIssn(issns)
                .add(Journals.works())
                .add("SELECT s.asked, " + counted("retraction") + ", " + counted("expression-of-concern") + ",")
                .add(counted("withdrawal") + ", " + counted("erratum") + ", " + counted("correction") + " FROM same s")
                .add("LEFT JOIN work w ON w.asked = s.asked")
                .add("LEFT JOIN active.publication p ON p.key = w.key OR (p.root = w.key AND p.root <> p.key)")
                .add("LEFT JOIN active.notice n ON n.publication = p.key AND NOT n.removed GROUP BY s.asked");
        Map<String, NoticeCounts> notices = new LinkedHashMap<>();
        snapshot.once(connection -> sql.list(
                connection,
                row -> notices.put(
                        row.getString("asked"),
                        new NoticeCounts(
                                row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)))));
        return notices;
    }

    private static String counted(String kind) {
        return "count(DISTINCT concat_ws(' ', w.key, n.date)) FILTER (WHERE n.kind = '" + kind + "')";
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
