package org.citestream.query.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.statement.CitationType;
import org.citestream.query.statement.Section;

/** Counts statements by year, type and section. Thread-safe. */
@ApplicationScoped
public class TrendReader {

    private final Snapshot snapshot;
    private final PublicationReader publications;
    private final CitedWorks works;

    TrendReader(Snapshot snapshot, PublicationReader publications, CitedWorks works) {
        this.snapshot = snapshot;
        this.publications = publications;
        this.works = works;
    }

    /** Of one work, by what narrows the work itself ({@code asOf}, {@code exclude}, {@code labels}), whatever is filtered. */
    public Trend read(String curie, ReportQuery query) {
        return snapshot.read(connection -> {
            long cited = publications.find(connection, curie).orElseThrow();
            CitedWork work = works.get(connection, cited, CitedWorks.standing(connection, cited));
            return counted(new Selected(work, query, null, null));
        });
    }

    private record Cell(Integer year, CitationType type, Section section) {}

    private static Trend counted(Selected selected) {
        CitedWork work = selected.work();
        Map<Cell, Long> cells = new HashMap<>();
        for (int i = 0; i < work.size(); i++) {
            if (selected.belongs(i)) {
                Cell cell = new Cell(
                        work.citers().get(work.citer(i)).year(),
                        CitationType.ofCode(selected.type(i)),
                        Section.ofCode(work.section(i)));
                cells.merge(cell, 1L, Long::sum);
            }
        }
        List<Trend.Count> counts = new ArrayList<>();
        cells.forEach((cell, n) -> counts.add(new Trend.Count(cell.year, cell.type, cell.section, n)));
        return new Trend(counts);
    }

    /**
     * Of several works together, by their keys. Counted per citing publication first, which the index alone answers, so
     * that few publications are looked up.
     */
    public static Trend read(Connection connection, Collection<Long> cited) throws SQLException {
        return new Trend(new Sql()
                .add("SELECT p.year, s.type, s.section, sum(s.n)::bigint AS n FROM (")
                .add("SELECT citing, type, section, count(*) AS n FROM active.statement")
                .add("WHERE cited = ANY (?) GROUP BY 1, 2, 3", (Object) cited.toArray(Long[]::new))
                .add(") s JOIN active.publication c ON c.key = s.citing")
                .add("JOIN active.publication p ON p.key = c.root GROUP BY 1, 2, 3")
                .list(
                        connection,
                        row -> new Trend.Count(
                                row.getObject("year", Integer.class),
                                CitationType.ofCode(row.getInt("type")),
                                Section.ofCode(row.getInt("section")),
                                row.getLong("n"))));
    }
}
