package org.citestream.query.project.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.citestream.kit.database.Sql;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.NoticeIssued;
import org.citestream.query.project.event.NoticeWithdrawn;
import org.citestream.query.project.generation.Generation;

/**
 * Editorial notices: stored by key, one for each source that says so. Followers of the work itself and of every work that cites
 * it are told once, with the first source, and again once the last one took its notice back.
 */
final class Notices {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether another source says the same of the same work as row {@code w}, whose work is {@code p}. */
    private static final String SAID_BY_OTHERS = """
            EXISTS (SELECT FROM (SELECT p.root AS key UNION ALL
                    SELECT k.key FROM ${schema}.publication k WHERE k.root = p.root AND k.root <> k.key) named
                JOIN ${schema}.notice other ON other.publication = named.key
                WHERE NOT other.removed AND other.key <> w.key AND other.kind = w.kind
                    AND other.date IS NOT DISTINCT FROM w.date)""";

    /** Of {@code noticed (root, payload, traceparent)} and {@code cites (root)}. */
    private static final String TELL = """
            INSERT INTO ${schema}.outbox (size, deltas)
            SELECT count(*), array_agg(${delta} ORDER BY place, cited)
            FROM (
                SELECT record, ${cause:notice} AS cause, place, cited, NULL AS citing, NULL AS statement,
                    ${types 0 AS @}, 0 AS citing_publications, NULL AS type, NULL AS type_before,
                    ${labels NULL AS @}, NULL AS confidence, NULL AS text, payload, traceparent,
                    (row_number() OVER (ORDER BY place, cited) - 1) / 1000 AS part
                FROM (
                SELECT 0 AS place, ${itself} AS record, root AS cited, payload, traceparent FROM noticed
                UNION ALL
                SELECT 1, ${citing}, c.root, n.payload, n.traceparent
                FROM noticed n CROSS JOIN cites c
                WHERE c.root <> n.root) told) o
            GROUP BY part
            ORDER BY part""";

    private final String issue;
    private final String withdraw;

    Notices(Generation generation) {
        ViewSql sql = new ViewSql(generation);
        this.issue = sql.of("""
                WITH written AS (
                    INSERT INTO ${schema}.notice AS n
                        (key, publication, kind, date, notice, urls, source, partition, log_offset)
                    VALUES (:key, :publication, :kind, :date::text, :notice::text, :urls, :source::text, :partition, :offset)
                    ON CONFLICT (key) DO UPDATE SET publication = excluded.publication, kind = excluded.kind,
                        date = excluded.date, notice = excluded.notice, urls = excluded.urls,
                        source = excluded.source, removed = false, withdrawn_at = NULL, withdrawn_why = NULL,
                        partition = excluded.partition, log_offset = excluded.log_offset
                    WHERE n.log_offset < excluded.log_offset
                    RETURNING new.key, new.publication, new.kind, new.date, old.key IS NULL OR old.removed
                        OR (old.publication, old.kind, old.date, old.notice, old.urls, old.source) IS DISTINCT FROM
                           (new.publication, new.kind, new.date, new.notice, new.urls, new.source) AS changed
                )
                , noticed AS (
                    SELECT p.root, w.publication, w.kind, w.date, :payload::jsonb AS payload, :traceparent::text AS traceparent
                    FROM written w JOIN ${schema}.publication p ON p.key = w.publication
                    WHERE w.changed AND NOT ${said by others}
                )
                , cites AS (
                    SELECT DISTINCT c.root
                    FROM noticed n
                    JOIN ${schema}.reference_edge e ON e.cited = n.root
                    JOIN ${schema}.publication c ON c.key = e.citing
                )
                , told AS (
                    INSERT INTO ${schema}.notice_told (publication, kind, date, citing)
                    SELECT n.publication, n.kind, coalesce(n.date, ''), c.root
                    FROM noticed n CROSS JOIN cites c
                    WHERE c.root <> n.root
                    ON CONFLICT DO NOTHING
                )
                """.replace("${said by others}", SAID_BY_OTHERS)
                + TELL.replace("${itself}", "${change:NoticeIssued}")
                        .replace("${citing}", "${change:CitedNoticeIssued}"));
        this.withdraw = sql.of("""
                WITH written AS (
                    INSERT INTO ${schema}.notice AS n
                        (key, publication, kind, date, source, removed, withdrawn_at, withdrawn_why, partition, log_offset)
                    VALUES (:key, :publication, coalesce(:kind::text, ''), :date::text, :source::text, true, now(), :why::text,
                        :partition, :offset)
                    ON CONFLICT (key) DO UPDATE SET removed = true, log_offset = excluded.log_offset,
                        withdrawn_at = CASE WHEN n.removed THEN n.withdrawn_at ELSE now() END,
                        withdrawn_why = excluded.withdrawn_why
                    WHERE n.log_offset < excluded.log_offset
                    RETURNING new.*, old.key IS NOT NULL AND NOT old.removed AS changed
                )
                , noticed AS (
                    SELECT p.root, w.kind, coalesce(w.date, '') AS date, jsonb_strip_nulls(jsonb_build_object(
                            'publication', p.id, 'kind', w.kind, 'date', w.date, 'notice', w.notice,
                            'urls', nullif(to_jsonb(w.urls), '[]'), 'source', coalesce(w.source, ''), 'why', w.withdrawn_why))
                            AS payload, :traceparent::text AS traceparent
                    FROM written w JOIN ${schema}.publication p ON p.key = w.publication
                    WHERE w.changed AND NOT ${said by others}
                )
                , told AS (
                    DELETE FROM ${schema}.notice_told t
                    USING noticed n CROSS JOIN LATERAL (SELECT n.root AS key UNION ALL
                        SELECT k.key FROM ${schema}.publication k WHERE k.root = n.root AND k.root <> k.key) named
                    WHERE t.publication = named.key AND t.kind = n.kind AND t.date = n.date
                    RETURNING t.citing
                )
                , cites AS (
                    SELECT c.root FROM told t JOIN ${schema}.publication c ON c.key = t.citing
                    UNION
                    SELECT c.root
                    FROM noticed n
                    JOIN ${schema}.reference_edge e ON e.cited = n.root
                    JOIN ${schema}.publication c ON c.key = e.citing
                )
                """.replace("${said by others}", SAID_BY_OTHERS)
                + TELL.replace("${itself}", "${change:NoticeWithdrawn}")
                        .replace("${citing}", "${change:CitedNoticeWithdrawn}"));
    }

    /** What is issued comes first, so that a notice that another source takes over is not told to be gone. */
    void apply(Connection connection, FactBatch batch, Map<String, Long> keys) throws SQLException {
        for (LoggedFact<NoticeIssued> entry : batch.notices()) {
            NoticeIssued notice = entry.fact();
            at(issue, entry, keys.get(notice.publication()))
                    .with("kind", notice.kind())
                    .with("date", notice.date())
                    .with("notice", notice.notice())
                    .with("urls", notice.urls() == null ? List.of() : notice.urls())
                    .with("source", notice.source())
                    .with("payload", json(notice))
                    .update(connection);
        }
        for (LoggedFact<NoticeWithdrawn> entry : batch.noticesWithdrawn()) {
            NoticeWithdrawn notice = entry.fact();
            at(withdraw, entry, keys.get(notice.publication()))
                    .with("kind", notice.kind())
                    .with("date", notice.date())
                    .with("source", notice.source())
                    .with("why", notice.why())
                    .update(connection);
        }
    }

    private static Sql at(String statement, LoggedFact<?> entry, long publication) {
        return Sql.of(statement)
                .with("key", entry.key())
                .with("publication", publication)
                .with("partition", entry.place().partition())
                .with("offset", entry.place().offset())
                .with("traceparent", entry.traceparent());
    }

    private static String json(NoticeIssued notice) {
        try {
            return JSON.writeValueAsString(notice);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
