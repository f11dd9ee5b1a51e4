package org.citestream.query.project.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.NoticeIssued;
import org.citestream.query.project.event.PublicationFactRemoved;
import org.citestream.query.project.generation.Generation;

/**
 * Editorial notices: stored by key, and announced once, when new or changed, to followers of the work itself and of
 * every work that cites it.
 */
final class Notices {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String upsert;
    private final String remove;

    Notices(Generation generation) {
        ViewSql sql = new ViewSql(generation);
        this.upsert = sql.of("""
                WITH written AS (
                    INSERT INTO ${schema}.notice AS n
                        (key, publication, kind, date, notice, urls, source, partition, log_offset)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (key) DO UPDATE SET publication = excluded.publication, kind = excluded.kind,
                        date = excluded.date, notice = excluded.notice, urls = excluded.urls,
                        source = excluded.source, removed = false, partition = excluded.partition,
                        log_offset = excluded.log_offset
                    WHERE n.log_offset < excluded.log_offset
                    RETURNING new.publication, old.key IS NULL OR old.removed
                        OR (old.publication, old.kind, old.date, old.notice, old.urls, old.source) IS DISTINCT FROM
                           (new.publication, new.kind, new.date, new.notice, new.urls, new.source) AS changed
                )
                , noticed AS (
                    SELECT p.root, ?::jsonb AS payload, ?::text AS traceparent
                    FROM written w JOIN ${schema}.publication p ON p.key = w.publication
                    WHERE w.changed
                )
                INSERT INTO ${schema}.outbox (size, deltas)
                SELECT count(*), array_agg(${delta} ORDER BY place, cited)
                FROM (
                    SELECT record, ${cause:notice} AS cause, place, cited, NULL AS citing, NULL AS statement,
                        ${types 0 AS @}, 0 AS citing_publications, NULL AS type, NULL AS type_before,
                        ${labels NULL AS @}, NULL AS confidence, NULL AS text, payload, traceparent,
                        (row_number() OVER (ORDER BY place, cited) - 1) / 1000 AS part
                    FROM (
                    SELECT 0 AS place, ${change:NoticeIssued} AS record, root AS cited, payload, traceparent FROM noticed
                    UNION ALL
                    SELECT DISTINCT 1, ${change:CitedNoticeIssued}, c.root, n.payload, n.traceparent
                    FROM noticed n
                    JOIN ${schema}.reference_edge e ON e.cited = n.root
                    JOIN ${schema}.publication c ON c.key = e.citing
                    WHERE c.root <> n.root) told) o
                GROUP BY part
                ORDER BY part""");
        this.remove = sql.of("""
                INSERT INTO ${schema}.notice AS n (key, publication, kind, removed, partition, log_offset)
                VALUES (?, ?, '', true, ?, ?)
                ON CONFLICT (key) DO UPDATE SET removed = true, log_offset = excluded.log_offset
                WHERE n.log_offset < excluded.log_offset""");
    }

    void apply(Connection connection, FactBatch batch, Map<String, Long> keys) throws SQLException {
        for (LoggedFact<NoticeIssued> entry : batch.notices()) {
            issue(connection, entry, keys.get(entry.fact().publication()));
        }
        for (LoggedFact<PublicationFactRemoved> entry : batch.removals()) {
            if (entry.fact().kind().equals("notice")) {
                remove(connection, entry, keys.get(entry.fact().id()));
            }
        }
    }

    private void issue(Connection connection, LoggedFact<NoticeIssued> entry, long publication) throws SQLException {
        NoticeIssued notice = entry.fact();
        try (PreparedStatement upserting = connection.prepareStatement(upsert)) {
            List<String> urls = notice.urls() == null ? List.of() : notice.urls();
            upserting.setString(1, entry.key());
            upserting.setLong(2, publication);
            upserting.setString(3, notice.kind());
            upserting.setString(4, notice.date());
            upserting.setString(5, notice.notice());
            upserting.setArray(6, connection.createArrayOf("text", urls.toArray()));
            upserting.setString(7, notice.source());
            upserting.setInt(8, entry.place().partition());
            upserting.setLong(9, entry.place().offset());
            upserting.setString(10, json(notice));
            upserting.setString(11, entry.traceparent());
            upserting.executeUpdate();
        }
    }

    private void remove(Connection connection, LoggedFact<PublicationFactRemoved> entry, long publication)
            throws SQLException {
        try (PreparedStatement removing = connection.prepareStatement(remove)) {
            removing.setString(1, entry.key());
            removing.setLong(2, publication);
            removing.setInt(3, entry.place().partition());
            removing.setLong(4, entry.place().offset());
            removing.executeUpdate();
        }
    }

    private static String json(NoticeIssued notice) {
        try {
            return JSON.writeValueAsString(notice);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
