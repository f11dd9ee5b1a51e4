package org.citestream.query.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.DatabaseLife;
import org.citestream.query.database.Snapshot;

/**
 * The version of everything that an answer from the tables depends on: the database, the generation, how far its projection has read
 * the log, the last change, and this program. Read before the answer, so it may be older than the answer, never newer.
 * Thread-safe.
 */
@ApplicationScoped
class ViewVersion {

    /** A restart may run another version of the program. */
    private final String program = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    private final Snapshot snapshot;
    private final Duration keptFor;
    private volatile ReadVersion last = new ReadVersion("", Long.MIN_VALUE);

    private record ReadVersion(String version, long at) {}

    ViewVersion(Snapshot snapshot, RevalidationSettings settings) {
        this.snapshot = snapshot;
        this.keptFor = settings.versionFor();
    }

    /** A weak entity tag (RFC 9110) for the answer to this request; fails if the database does. Never blocks. */
    Uni<String> tagOf(String question) {
        return version().map(version -> digest(program + "\n" + version + "\n" + question));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "W/\""
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(digest)
                            .substring(0, 22)
                    + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Uni<String> version() {
        ReadVersion read = last;
        if (read.at() != Long.MIN_VALUE && System.nanoTime() - read.at() <= keptFor.toNanos()) {
            return Uni.createFrom().item(read.version());
        }
        Uni<String> reading = Uni.createFrom().item(this::read);
        return Infrastructure.canCallerThreadBeBlocked()
                ? reading
                : reading.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private String read() {
        long now = System.nanoTime();
        String version = snapshot.once(connection -> new Sql()
                .add("SELECT concat_ws('/', (SELECT number FROM app.generation WHERE state = 'active'),")
                .add(DatabaseLife.SQL + ", (SELECT last_sequence FROM app.relay),")
                .add("(SELECT sum(next_offset) FROM active.projection_offset))")
                .first(connection, row -> row.getString(1))
                .orElse(""));
        last = new ReadVersion(version, now);
        return version;
    }
}
