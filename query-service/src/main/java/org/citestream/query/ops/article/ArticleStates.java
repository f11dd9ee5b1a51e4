package org.citestream.query.ops.article;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.problem.BadParameterException;

/** Every citing article with its state, page by page. Thread-safe. */
@Singleton
public record ArticleStates(Snapshot snapshot) {

    private static final String STATE = "CASE WHEN a.withdrawn_revision >= GREATEST(a.closed_revision, a.seen_revision)"
            + " THEN 'WITHDRAWN' WHEN a.seen_revision > a.closed_revision THEN 'OPEN'"
            + " WHEN s.visible < a.expected_statements OR e.visible < a.expected_references THEN 'INCOMPLETE'"
            + " ELSE 'COMPLETE' END";

    /**
     * Which articles.
     *
     * @param words the id or the title contains them, whatever their case; blank for all
     * @param state null for any
     * @param after only ids behind this one
     */
    public record Wanted(String words, ArticleState.ArticleStatus state, String after) {

        /**
         * As written in an address.
         *
         * @throws BadParameterException if there is no such state
         */
        public static Wanted of(String words, String state, String after) {
            return new Wanted(
                    words,
                    state.isBlank()
                            ? null
                            : ArticleState.ArticleStatus.named(state)
                                    .orElseThrow(() -> new BadParameterException(
                                            "state",
                                            "'%s' is not a state of an article; use complete, incomplete, open or withdrawn"
                                                    .formatted(state))),
                    after);
        }
    }

    /** By id. */
    public List<ArticleState> read(Wanted wanted, int limit) {
        return snapshot.once(connection -> {
            Sql sql = new Sql()
                    .add("SELECT * FROM (SELECT p.id, r.title, " + STATE + " AS state, a.closed_revision,")
                    .add("a.withdrawn_revision, s.visible AS statements, a.expected_statements, e.visible AS refs,")
                    .add("a.expected_references, a.closed_at, a.seen_at, a.withdrawn_at, a.format, a.extractor, a.why,")
                    .add("a.superseded_by FROM active.article a")
                    .add("JOIN active.publication p ON p.key = a.citing JOIN active.publication r ON r.key = p.root")
                    .add("CROSS JOIN LATERAL (SELECT count(*) AS visible FROM active.statement s")
                    .add("WHERE s.citing = a.citing AND s.revision = a.closed_revision) s")
                    .add("CROSS JOIN LATERAL (SELECT count(*) AS visible FROM active.reference_edge e")
                    .add("WHERE e.citing = a.citing AND e.revision = a.closed_revision) e")
                    .add("WHERE p.id > ?", wanted.after());
            if (!wanted.words().isBlank()) {
                String like = "%" + wanted.words().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
                sql.add("AND (p.id ILIKE ? OR r.title ILIKE ?)", like, like);
            }
            sql.add(") all_of_them");
            if (wanted.state() != null) {
                sql.add("WHERE state = ?", wanted.state().name());
            }
            return sql.add("ORDER BY id LIMIT ?", limit).list(connection, ArticleStates::state);
        });
    }

    private static ArticleState state(ResultSet row) throws SQLException {
        ArticleState.ArticleStatus state = ArticleState.ArticleStatus.valueOf(row.getString("state"));
        return new ArticleState(
                row.getString("id"),
                row.getString("title"),
                state,
                state == ArticleState.ArticleStatus.WITHDRAWN
                        ? row.getLong("withdrawn_revision")
                        : row.getLong("closed_revision"),
                row.getLong("statements"),
                row.getLong("expected_statements"),
                row.getLong("refs"),
                row.getLong("expected_references"),
                at(row, state),
                row.getString("format"),
                row.getString("extractor"),
                row.getString("why"),
                row.getString("superseded_by"));
    }

    private static Instant at(ResultSet row, ArticleState.ArticleStatus state) throws SQLException {
        return switch (state) {
            case COMPLETE, INCOMPLETE -> Sql.instant(row, "closed_at");
            case OPEN -> Sql.instant(row, "seen_at");
            case WITHDRAWN -> Sql.instant(row, "withdrawn_at");
        };
    }
}
