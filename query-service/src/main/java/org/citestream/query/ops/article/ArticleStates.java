package org.citestream.query.ops.article;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.problem.BadParameterException;

/** Every citing article with its state, page by page. Thread-safe. */
@Singleton
public record ArticleStates(Snapshot snapshot) {

    private static final String STATE = "CASE WHEN a.withdrawn_revision >= GREATEST(a.closed_revision, a.seen_revision)"
            + " THEN 'WITHDRAWN' WHEN a.seen_revision > a.closed_revision THEN 'OPEN' WHEN ("
            + ArticleList.PARTS_MISSING + " OR " + ArticleList.UNDECIDED + ") AND NOT " + ArticleList.DISCARDED
            + " THEN 'INCOMPLETE' ELSE 'COMPLETE' END";

    /**
     * Which articles.
     *
     * @param words that the id or the title contains, whatever their case; blank for all
     * @param state blank for any
     * @param after only ids after this one
     */
    public record Wanted(String words, String state, String after) {

        /** @throws BadParameterException if there is no such state */
        public Wanted {
            if (!state.isBlank() && !ArticleState.ArticleStatus.words().contains(state)) {
                throw new BadParameterException(
                        "state",
                        "'%s' is not a state of an article; use one of %s"
                                .formatted(state, String.join(", ", ArticleState.ArticleStatus.words())));
            }
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
                    .add(ArticleList.VISIBLE)
                    .add("WHERE p.id > ?", wanted.after());
            if (!wanted.words().isBlank()) {
                String like = "%" + wanted.words().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
                sql.add("AND (p.id ILIKE ? OR r.title ILIKE ?)", like, like);
            }
            sql.add(") each");
            if (!wanted.state().isBlank()) {
                sql.add("WHERE state = ?", wanted.state().toUpperCase(Locale.ROOT));
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
