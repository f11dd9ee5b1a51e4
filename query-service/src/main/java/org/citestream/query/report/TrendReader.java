package org.citestream.query.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.citestream.query.statement.CitationType;
import org.citestream.query.statement.Relationship;
import org.citestream.query.statement.Section;

/** Counts a work's statements by year, type and section. Thread-safe. */
@ApplicationScoped
public class TrendReader {

    private final Snapshot snapshot;
    private final PublicationReader publications;

    TrendReader(Snapshot snapshot, PublicationReader publications) {
        this.snapshot = snapshot;
        this.publications = publications;
    }

    /** By what narrows the work itself ({@code asOf}, {@code exclude}, {@code labels}), whatever is filtered. */
    public Trend read(String curie, ReportQuery query) {
        return snapshot.read(connection ->
                read(connection, List.of(publications.find(connection, curie).orElseThrow()), query));
    }

    /** The same of several works together, by their keys. */
    public static Trend read(Connection connection, Collection<Long> cited, ReportQuery query) throws SQLException {
        return new Trend(counted(cited.toArray(Long[]::new), query)
                .list(
                        connection,
                        row -> new Trend.Count(
                                row.getObject("year", Integer.class),
                                CitationType.ofCode(row.getInt("type")),
                                Section.ofCode(row.getInt("section")),
                                row.getLong("n"))));
    }

    /** Counted per citing publication first, which the index alone answers, so that few works are looked up. */
    private static Sql counted(Long[] cited, ReportQuery query) {
        String type = query.machineLabels() ? "machine_type" : "type";
        Sql sql = new Sql()
                .add("SELECT p.year, s.type, s.section, sum(s.n)::bigint AS n FROM (")
                .add("SELECT citing, %s AS type, section, count(*) AS n FROM active.statement".formatted(type))
                .add("WHERE cited = ANY (?)", (Object) cited);
        if (query.excludeSelf()) {
            sql.add("AND relationship <> ?", (short) Relationship.SELF.code());
        }
        sql.add("GROUP BY 1, 2, 3) s JOIN active.publication c ON c.key = s.citing");
        sql.add("JOIN active.publication p ON p.key = c.root");
        query.asOf().ifPresent(day -> sql.add("WHERE " + Scope.outBy("p"), Scope.upper(day)));
        return sql.add("GROUP BY 1, 2, 3");
    }
}
