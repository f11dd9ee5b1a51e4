package org.citestream.query.web.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.CachedValue;
import org.citestream.query.tally.SupportedOrContrastedWorks;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
import org.citestream.query.web.WebSettings;
import org.citestream.query.web.live.Arrivals;

/** Sums over everything, cached for a few seconds. Thread-safe. */
@ApplicationScoped
class HomeFigures {

    private static final int NEWEST = 6;
    private static final int EXAMPLES = 4;

    private final PublicationReader publications;
    private final CachedValue<HomePage> page;

    HomeFigures(Snapshot snapshot, PublicationReader publications, WebSettings settings) {
        this.publications = publications;
        this.page = new CachedValue<>(settings.figuresFor(), () -> snapshot.read(this::count));
    }

    HomePage page() {
        return page.get();
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

    /** Works with supporting or contrasting statements, by the number of articles that make them. */
    private List<HomePage.Examples> featured(Connection connection) throws SQLException {
        List<HomePage.Examples> featured = new ArrayList<>();
        for (FeaturedWorks by : FeaturedWorks.values()) {
            List<Long> keys = SupportedOrContrastedWorks.byArticles(connection, by.types(), EXAMPLES);
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
