package org.citestream.query.project.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.citestream.query.database.DatabaseLife;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.PublicationFactRemoved;
import org.citestream.query.project.event.StatementClassified;
import org.citestream.query.project.event.StatementClassified.ModelNamed;
import org.citestream.query.project.generation.Generation;

/**
 * Writes a batch in one transaction: the lock and the offsets first (the fence), then identity, corrections and
 * descriptions, then statements and references with their tallies, deletions of superseded rows, and notices. All or
 * nothing. Not thread-safe.
 */
public final class BatchWriter {

    /** Shared by batches, exclusive for aliases and corrections; one per generation. */
    private static final long LOCK = 0x6369746570726f00L;

    private final DataSource dataSource;
    private final Generation generation;
    private final PublicationKeys publications;
    private final ModelKeys models;
    private final Offsets offsets;
    private final AliasMerge identity;
    private final CorrectionUpsert corrections;
    private final Descriptions descriptions;
    private final Notices notices;
    private final ArticleGuard guard;
    private final FactUpsert upsert;
    private final Supersession supersession;
    private final ParkedRecords parkedRecords;
    private String life;

    public BatchWriter(DataSource dataSource, Generation generation) {
        this.dataSource = dataSource;
        this.generation = generation;
        this.publications = new PublicationKeys(dataSource, generation);
        this.models = new ModelKeys(dataSource, generation);
        this.offsets = new Offsets(dataSource, generation);
        this.identity = new AliasMerge(generation);
        this.corrections = new CorrectionUpsert(generation);
        this.descriptions = new Descriptions(generation);
        this.notices = new Notices(generation);
        this.guard = new ArticleGuard(generation);
        this.upsert = new FactUpsert(generation);
        this.supersession = new Supersession(generation);
        this.parkedRecords = new ParkedRecords(generation);
    }

    /**
     * Writes everything or nothing.
     *
     * @throws FencedException if another owner has moved one of the offsets, or the database may have gone back in
     *     time; a {@link RetiredException} if readers now
     *     see another generation
     */
    public void write(FactBatch batch, Collection<Parked> parked, Collection<Offsets.Advance> advances)
            throws SQLException, FencedException {
        if (life == null) {
            life = lifeNow();
        }
        Map<String, Long> keys = publications.of(named(batch));
        Map<ModelNamed, Integer> modelKeys = FactUpsert.models(batch, models);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // The lock comes before the first write: transactions then get their ids in the order in which they may
                // rewrite each other's rows, the order in which the relay takes them.
                lock(connection, batch.rewritesOthers());
                refuseIfElsewhere(connection);
                offsets.advance(connection, advances);
                Set<Long> regrouped = identity.apply(connection, batch, keys);
                corrections.apply(connection, batch);
                descriptions.apply(connection, batch, keys, regrouped);
                if (!batch.readings().isEmpty()) {
                    Map<Long, ReadingState> standings = guard.apply(connection, batch.readings(), keys);
                    upsert.apply(connection, batch, standings, keys, modelKeys);
                    supersession.apply(connection, standings);
                }
                // After the references, so that a notice also reaches works whose reference lists are in the same
                // batch.
                notices.apply(connection, batch, keys);
                parkedRecords.apply(connection, parked, batch.redriven());
                connection.commit();
            } catch (SQLException | FencedException | RuntimeException failure) {
                rollback(connection, failure);
                throw failure;
            }
        }
    }

    private static void rollback(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // The connection is lost; the server rolls back by itself.
            failure.addSuppressed(gone);
        }
    }

    private void lock(Connection connection, boolean exclusive) throws SQLException {
        String function = exclusive ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
        try (PreparedStatement locking = connection.prepareStatement("SELECT " + function + "(?)")) {
            locking.setLong(1, lockKey(generation));
            locking.execute();
        }
    }

    /** The advisory lock that every transaction on this generation shares; holding it exclusively stops them all. */
    public static long lockKey(Generation generation) {
        return LOCK + generation.number();
    }

    private String lifeNow() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            return DatabaseLife.of(connection);
        }
    }

    /** Checked under the lock: a swap holds it exclusively, so that no batch slips in after it. */
    private void refuseIfElsewhere(Connection connection) throws SQLException, FencedException {
        try (PreparedStatement asking = connection.prepareStatement(
                "SELECT state = 'retired', " + DatabaseLife.SQL + " FROM app.generation WHERE number = ?")) {
            asking.setInt(1, generation.number());
            try (ResultSet row = asking.executeQuery()) {
                if (!row.next()) {
                    return;
                }
                if (row.getBoolean(1)) {
                    throw new RetiredException(generation);
                }
                if (!life.equals(row.getString(2))) {
                    // Keys that were given in the life before may be given to others in this one.
                    publications.forget();
                    models.forget();
                    life = null;
                    throw new FencedException("the database was started again, restored or copied");
                }
            }
        }
    }

    private static Set<String> named(FactBatch batch) {
        Set<String> ids = new TreeSet<>(batch.readings().keySet());
        for (LoggedFact<StatementClassified> entry : batch.statements()) {
            ids.add(entry.fact().cited());
        }
        batch.edges().forEach(edge -> ids.add(edge.reference().cited()));
        batch.descriptions().forEach(entry -> ids.add(entry.fact().id()));
        batch.aliases()
                .forEach(entry ->
                        ids.addAll(List.of(entry.fact().from(), entry.fact().to())));
        batch.notices().forEach(entry -> ids.add(entry.fact().publication()));
        batch.noticesWithdrawn().forEach(entry -> ids.add(entry.fact().publication()));
        for (LoggedFact<PublicationFactRemoved> entry : batch.removals()) {
            ids.add(entry.fact().id());
        }
        return ids;
    }
}
