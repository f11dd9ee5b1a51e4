package org.citestream.platform;

import java.util.concurrent.atomic.AtomicBoolean;

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
            var postgres = opened.add(EmbeddedPostgreSql.start(data, postgresPort));
            var kafka = opened.add(EmbeddedKafka.start(data, kafkaPort));
            var platform = new EmbeddedPlatform(data, postgres, kafka);
            Database.ensure(platform, PlatformSettings.DATABASE);
            return platform;
        } catch (RuntimeException e) {
            opened.closeAll(e);
            throw e;
        }
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
