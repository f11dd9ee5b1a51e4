package org.citestream.ingest.catalogue;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.citestream.ingest.article.Article;
import org.citestream.kit.database.Sql;

/**
 * The record of ingested articles and their results, and the source of revisions. Safe across threads and instances of
 * the service. All calls throw {@link CatalogueUnavailableException} while the database is unavailable.
 */
@Singleton
public record Ledger(DataSource database) {
    private static final String READING = "select id, closed_revision, digest, file_digest, format, statements,"
            + " reference_count, references_resolved, unresolved from article where state = 'closed' and ";

    /** The last acknowledged result for this article; empty when it was never completed or is withdrawn. */
    public Optional<LedgerEntry> find(String id) {
        return one(Sql.of(READING + "id = :id").with("id", id));
    }

    /** The article last ingested with this digest. */
    public Optional<LedgerEntry> findByDigest(String digest) {
        return one(Sql.of(READING + "digest = :digest limit 1").with("digest", digest));
    }

    /** Those of these ids whose article is ingested and not withdrawn. */
    public List<LedgerEntry> findAll(Collection<String> ids) {
        return query(Sql.of(READING + "id = any(:ids) order by id").with("ids", ids));
    }

    /** Whether any article still needs this file. */
    public boolean isFileInUse(String fileDigest) {
        return one(Sql.of(READING + "file_digest = :digest limit 1").with("digest", fileDigest))
                .isPresent();
    }

    /**
     * Hands out a revision greater than every one before: at least the present time in milliseconds, so that even a
     * catalogue that lost its rows never hands out a stale one.
     */
    public long open(String id) {
        Sql opening = Sql.of("insert into article (id, last_revision, state) values (:id, :now, 'open')"
                        + " on conflict (id) do update set last_revision ="
                        + " greatest(article.last_revision + 1, excluded.last_revision), changed_at = now()"
                        + " returning last_revision")
                .with("id", id)
                .with("now", System.currentTimeMillis());
        return with(opening::number);
    }

    /**
     * Records a complete, acknowledged ingestion; one older than the last changes nothing. The row may be missing: a
     * database that crashed meanwhile may have lost it.
     */
    public void close(LedgerEntry reading) {
        Sql closing = Sql.of("insert into article (id, last_revision, closed_revision, state, digest, file_digest,"
                        + " format, statements, reference_count, references_resolved, unresolved, references_noted)"
                        + " values (:id, :revision, :revision, 'closed', :digest, :file,"
                        + " :format, :statements, :references, :resolved, :unresolved, true)"
                        + " on conflict (id) do update set state = 'closed',"
                        + " last_revision = greatest(article.last_revision, excluded.last_revision),"
                        + " closed_revision = excluded.closed_revision, digest = excluded.digest,"
                        + " file_digest = excluded.file_digest, format = excluded.format,"
                        + " statements = excluded.statements, reference_count = excluded.reference_count,"
                        + " references_resolved = excluded.references_resolved, unresolved = excluded.unresolved,"
                        + " superseded_by = null, references_noted = true, changed_at = now()"
                        + " where coalesce(article.closed_revision, 0) < excluded.closed_revision")
                .with("revision", reading.revision())
                .with("digest", reading.digest())
                .with("file", reading.fileDigest())
                .with("format", reading.formatName())
                .with("statements", reading.statements())
                .with("references", reading.references())
                .with("resolved", reading.referencesResolved())
                .with("unresolved", reading.unresolved())
                .with("id", reading.id());
        with(closing::update);
    }

    /** Records that an article is withdrawn; null when nothing supersedes it. */
    public void withdraw(String id, long revision, String supersededBy) {
        Sql withdrawing = Sql.of("update article set state = 'withdrawn', closed_revision = :revision, digest = null,"
                        + " file_digest = null, superseded_by = :by, changed_at = now()"
                        + " where id = :id and coalesce(closed_revision, 0) < :revision")
                .with("revision", revision)
                .with("by", supersededBy)
                .with("id", id);
        with(withdrawing::update);
    }

    private Optional<LedgerEntry> one(Sql sql) {
        return query(sql).stream().findFirst();
    }

    private List<LedgerEntry> query(Sql sql) {
        return with(connection -> sql.list(connection, Ledger::reading));
    }

    private <T> T with(ConnectionQuery<T> asking) {
        try (Connection connection = database.getConnection()) {
            return asking.on(connection);
        } catch (SQLException away) {
            throw new CatalogueUnavailableException(away);
        }
    }

    private static LedgerEntry reading(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getString("id"),
                row.getLong("closed_revision"),
                row.getString("digest"),
                row.getString("file_digest"),
                Article.Format.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
                row.getInt("statements"),
                row.getInt("reference_count"),
                row.getInt("references_resolved"),
                row.getInt("unresolved"));
    }

    @FunctionalInterface
    private interface ConnectionQuery<T> {
        T on(Connection connection) throws SQLException;
    }
}
