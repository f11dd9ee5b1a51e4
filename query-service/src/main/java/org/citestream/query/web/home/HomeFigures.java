package org.citestream.query.web.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.tally.AnsweredWorks;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
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
        record Sums(Tally tally, long works, long articles) {}
        Sums sums = new Sql()
                .add("SELECT " + Tallies.COLUMNS + ", count(DISTINCT cited) AS works,")
                .add("(SELECT count(*) FROM active.article WHERE closed_revision > withdrawn_revision) AS articles")
                .add("FROM active.tally t")
                .first(connection, row -> new Sums(Tallies.of(row), row.getLong("works"), row.getLong("articles")))
                .orElseThrow();
        return new HomePage(
                sums.tally, sums.works, sums.articles, Arrivals.latest(connection, NEWEST), featured(connection));
    }

    /** Works about which there is something to say, by how many articles say it. */
    private List<HomePage.Examples> featured(Connection connection) throws SQLException {
        List<HomePage.Examples> featured = new ArrayList<>();
        for (Featured by : Featured.values()) {
            List<Long> keys = AnsweredWorks.byArticles(connection, by.types(), EXAMPLES);
            Map<Long, ShownPublication> works = publications.read(connection, keys);
            Map<Long, Tally> tallies = Tallies.byKey(connection, keys);
            featured.add(new HomePage.Examples(
                    by,
                    keys.stream()
                            .filter(works::containsKey)
                            .map(key -> new HomePage.Example(works.get(key), tallies.getOrDefault(key, Tally.NONE)))
                            .toList()));
        }
        return featured;
    }
}
