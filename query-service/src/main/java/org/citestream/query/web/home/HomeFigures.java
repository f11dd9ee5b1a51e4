package org.citestream.query.web.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.web.WebSettings;
import org.citestream.query.web.live.Arrivals;

/** Sums over everything, counted anew at most every few seconds however many ask. Thread-safe. */
@ApplicationScoped
class HomeFigures {

    private static final int NEWEST = 6;
    private static final int EXAMPLES = 4;

    private final Snapshot snapshot;
    private final PublicationReader publications;
    private final WebSettings settings;

    private HomePage page;
    private Instant until = Instant.MIN;

    HomeFigures(Snapshot snapshot, PublicationReader publications, WebSettings settings) {
        this.snapshot = snapshot;
        this.publications = publications;
        this.settings = settings;
    }

    synchronized HomePage page() {
        Instant now = Instant.now();
        if (now.isAfter(until)) {
            page = snapshot.read(this::count);
            until = now.plus(settings.figuresFor());
        }
        return page;
    }

    private HomePage count(Connection connection) throws SQLException {
        long[] sums = new Sql()
                .add("SELECT coalesce(sum(supporting), 0), coalesce(sum(mentioning), 0), coalesce(sum(contrasting),"
                        + " 0),")
                .add("coalesce(sum(unclassified), 0), count(DISTINCT cited),")
                .add("(SELECT count(*) FROM active.article WHERE closed_revision > withdrawn_revision)")
                .add("FROM active.tally")
                .first(connection, row -> new long[] {
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)
                })
                .orElseThrow();
        return new HomePage(
                sums[0] + sums[1] + sums[2] + sums[3],
                sums[0],
                sums[1],
                sums[2],
                sums[4],
                sums[5],
                Arrivals.latest(connection, NEWEST),
                examples(connection));
    }

    /** Works with a title about which there is something to say: most supported and disputed first. */
    private List<HomePage.Example> examples(Connection connection) throws SQLException {
        record Sums(long cited, long supporting, long mentioning, long contrasting, long unclassified) {}
        List<Sums> most = new Sql()
                .add("SELECT cited, sum(supporting) AS s, sum(mentioning) AS m, sum(contrasting) AS c,")
                .add("sum(unclassified) AS u FROM active.tally t JOIN active.publication p ON p.key = t.cited")
                .add("WHERE p.title IS NOT NULL GROUP BY cited")
                .add(
                        "ORDER BY sum(supporting) + 2 * sum(contrasting) + 0.1 * sum(citing_publications) DESC, cited"
                                + " LIMIT ?",
                        EXAMPLES)
                .list(
                        connection,
                        row -> new Sums(
                                row.getLong("cited"),
                                row.getLong("s"),
                                row.getLong("m"),
                                row.getLong("c"),
                                row.getLong("u")));
        Map<Long, ShownPublication> works =
                publications.read(connection, most.stream().map(Sums::cited).toList());
        return most.stream()
                .filter(sums -> works.containsKey(sums.cited))
                .map(sums -> new HomePage.Example(
                        works.get(sums.cited),
                        sums.supporting + sums.mentioning + sums.contrasting + sums.unclassified,
                        sums.supporting,
                        sums.mentioning,
                        sums.contrasting))
                .toList();
    }
}
