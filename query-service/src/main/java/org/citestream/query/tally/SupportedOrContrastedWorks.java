package org.citestream.query.tally;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.kit.database.Sql;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.VocabularySql;

/**
 * Finds works with supporting or contrasting statements. Both are rare, and the view has an index of just these
 * statements, from which everything here is read. Stateless.
 */
public final class SupportedOrContrastedWorks {

    /** How many candidates to read beyond the limit, because works without a title are skipped. */
    private static final int SPARE = 25;

    private static final String ANSWERS =
            VocabularySql.of("FROM active.statement WHERE type IN (${type:supporting}, ${type:contrasting})");

    private SupportedOrContrastedWorks() {}

    /** Statements of that type by key of the work; works without any are absent. */
    public static Map<Long, Long> statements(Connection connection, CitationType type) throws SQLException {
        Map<Long, Long> statements = new HashMap<>();
        new Sql()
                .add("SELECT cited, count(*) AS statements " + ANSWERS)
                .add("AND type = ? GROUP BY cited", type.code())
                .list(connection, row -> statements.put(row.getLong("cited"), row.getLong("statements")));
        return statements;
    }

    /**
     * Keys of titled works with statements of these types from the most distinct articles, the most first; ties by the
     * number of contrasting articles. The number of statements per article does not matter.
     *
     * @param types supporting, contrasting or both
     */
    public static List<Long> byArticles(Connection connection, Collection<CitationType> types, int most)
            throws SQLException {
        return new Sql()
                .add("SELECT m.cited FROM (SELECT cited, count(DISTINCT citing) AS articles,")
                .add(VocabularySql.of(
                        "count(DISTINCT citing) FILTER (WHERE type = ${type:contrasting}) AS contrasting " + ANSWERS))
                .add("AND type = ANY (?) GROUP BY cited", (Object)
                        types.stream().map(CitationType::code).toArray(Integer[]::new))
                .add("ORDER BY articles DESC, contrasting DESC, cited LIMIT ?) m", most * SPARE)
                .add("JOIN active.publication p ON p.key = m.cited WHERE p.title IS NOT NULL")
                .add("ORDER BY m.articles DESC, m.contrasting DESC, m.cited LIMIT ?", most)
                .list(connection, row -> row.getLong("cited"));
    }
}
