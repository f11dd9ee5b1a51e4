package org.citestream.query.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.citestream.kit.database.Sql;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Section;

/** Counts statements about several works by year, type and section. Stateless. */
public final class YearTrendReader {

    private YearTrendReader() {}

    /**
     * The trend of all these works together, by their keys. Counted per citing publication first, from the index alone,
     * so that few publications are looked up.
     */
    public static YearTrend read(Connection connection, Collection<Long> cited) throws SQLException {
        return new YearTrend(new Sql()
                .add("SELECT p.year, s.type, s.section, sum(s.n)::bigint AS n FROM (")
                .add("SELECT citing, type, section, count(*) AS n FROM active.statement")
                .add("WHERE cited = ANY (?) GROUP BY 1, 2, 3", (Object) cited.toArray(Long[]::new))
                .add(") s JOIN active.publication c ON c.key = s.citing")
                .add("JOIN active.publication p ON p.key = c.root GROUP BY 1, 2, 3")
                .list(
                        connection,
                        row -> new YearTrend.TrendCount(
                                row.getObject("year", Integer.class),
                                CitationType.ofCode(row.getInt("type")),
                                Section.ofCode(row.getInt("section")),
                                row.getLong("n"))));
    }
}
