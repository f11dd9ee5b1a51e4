package org.citestream.ingest.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.citestream.ingest.article.Article;

/**
 * Which article was read how often, and what came of it: the source of revisions. Thread-safe, also between instances
 * of the service. All calls throw {@link CatalogueUnavailableException} while the database is away.
 */
@ApplicationScoped
public class Ledger {
    private static final String READING = "select id, closed_revision, digest, file_digest, format, statements,"
            + " reference_count, references_resolved, unresolved from article where state = 'closed' and ";

    private final DataSource database;

    public Ledger(DataSource database) {
        this.database = database;
    }

    /** What was last acknowledged of this article; empty when it was never closed or is withdrawn. */
    public Optional<Reading> find(String id) {
        return one(READING + "id = ?", id);
    }

    /** The article whose last reading has this digest. */
    public Optional<Reading> findByDigest(String digest) {
        return one(READING + "digest = ? limit 1", digest);
    }

    /** Of these ids, those that stand for an article read and not withdrawn. */
    public List<Reading> findAll(Collection<String> ids) {
        return query(
                READING + "id = any(?) order by id",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", ids.toArray())));
    }

    /** Whether any article still rests on this file. */
    public boolean isFileInUse(String fileDigest) {
        return one(READING + "file_digest = ? limit 1", fileDigest).isPresent();
    }

    /**
     * Hands out a revision greater than every one before: at least the present time in milliseconds, so that even a
     * catalogue that lost its rows never hands out a stale one. For that reason its commit need not wait for the disk.
     */
    public long open(String id) {
        String sql = "with lax as materialized (select set_config('synchronous_commit', 'off', true))"
                + " insert into article (id, last_revision, state) select ?, ?, 'open' from lax"
                + " on conflict (id) do update set last_revision ="
                + " greatest(article.last_revision + 1, excluded.last_revision), changed_at = now()"
                + " returning last_revision";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.setLong(2, System.currentTimeMillis());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException away) {
            throw new CatalogueUnavailableException(away);
        }
    }

    /** Notes a reading that is acknowledged whole; an older one than the last changes nothing. */
    public void close(Reading reading) {
        String sql =
                "update article set state = 'closed', closed_revision = ?, digest = ?, file_digest = ?, format = ?,"
                        + " statements = ?, reference_count = ?, references_resolved = ?, unresolved = ?,"
                        + " superseded_by = null, changed_at = now()"
                        + " where id = ? and coalesce(closed_revision, 0) < ?";
        update(sql, statement -> {
            statement.setLong(1, reading.revision());
            statement.setString(2, reading.digest());
            statement.setString(3, reading.fileDigest());
            statement.setString(4, reading.formatName());
            statement.setInt(5, reading.statements());
            statement.setInt(6, reading.references());
            statement.setInt(7, reading.referencesResolved());
            statement.setInt(8, reading.unresolved());
            statement.setString(9, reading.id());
            statement.setLong(10, reading.revision());
        });
    }

    /** Notes that an article is taken back; null when nothing supersedes it. */
    public void withdraw(String id, long revision, String supersededBy) {
        String sql = "update article set state = 'withdrawn', closed_revision = ?, digest = null, file_digest = null,"
                + " superseded_by = ?, changed_at = now() where id = ? and coalesce(closed_revision, 0) < ?";
        update(sql, statement -> {
            statement.setLong(1, revision);
            statement.setString(2, supersededBy);
            statement.setString(3, id);
            statement.setLong(4, revision);
        });
    }

    private void update(String sql, Binder binder) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            statement.executeUpdate();
        } catch (SQLException away) {
            throw new CatalogueUnavailableException(away);
        }
    }

    private Optional<Reading> one(String sql, String argument) {
        return query(sql, statement -> statement.setString(1, argument)).stream()
                .findFirst();
    }

    private List<Reading> query(String sql, Binder binder) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                var found = new ArrayList<Reading>();
                while (rows.next()) {
                    found.add(reading(rows));
                }
                return found;
            }
        } catch (SQLException away) {
            throw new CatalogueUnavailableException(away);
        }
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return new Reading(
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
    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
