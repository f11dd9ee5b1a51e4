package org.citestream.platform;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.citestream.platform.PlatformException.Reason;

/** Kafka in this process, PostgreSQL in a child. */
final class EmbeddedPlatform implements Platform {

    private final DataDirectory data;
    private final EmbeddedPostgreSql postgres;
    private final EmbeddedKafka kafka;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPlatform(DataDirectory data, EmbeddedPostgreSql postgres, EmbeddedKafka kafka) {
        this.data = data;
        this.postgres = postgres;
        this.kafka = kafka;
    }

    static EmbeddedPlatform start(PlatformSettings settings) {
        var opened = new StartupResources();
        try {
            // Directory first: it ends leftovers, which may hold the ports.
            var data = opened.add(DataDirectory.open(settings));
            int kafkaPort = FreePort.orAny(settings.kafkaPort(), "Kafka");
            int postgresPort = FreePort.orAny(settings.postgresPort(), "PostgreSQL");
            // Side by side: PostgreSQL waits for its disk and its processes while Kafka computes.
            var starting = new FutureTask<>(() -> EmbeddedPostgreSql.start(data, postgresPort));
            new Thread(starting, "citestream-start-postgres").start();
            opened.add(() -> close(starting));
            var kafka = opened.add(EmbeddedKafka.start(data, kafkaPort));
            var postgres = started(starting);
            var platform = new EmbeddedPlatform(data, postgres, kafka);
            Database.ensure(platform, PlatformSettings.DATABASE);
            return platform;
        } catch (RuntimeException e) {
            opened.closeAll(e);
            throw e;
        }
    }

    private static EmbeddedPostgreSql started(Future<EmbeddedPostgreSql> starting) {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PlatformException cause) {
                throw cause;
            }
            throw new PlatformException(Reason.POSTGRES_FAILED, "PostgreSQL did not start: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException(Reason.POSTGRES_FAILED, "Stopped while PostgreSQL started", e);
        }
    }

    /** Waits for a start under way, whose server would else be left behind; one that failed has closed what it had. */
    private static void close(Future<EmbeddedPostgreSql> starting) {
        EmbeddedPostgreSql postgres;
        try {
            postgres = started(starting);
        } catch (PlatformException failed) {
            return;
        }
        postgres.close();
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    @Override
    public String username() {
        return EmbeddedPostgreSql.USER;
    }

    @Override
    public String password() {
        return postgres.password();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (data;
                postgres;
                kafka) {
            // Closed from right to left, each even if another fails.
            return;
        }
    }
}
