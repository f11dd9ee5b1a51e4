package org.citestream.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;

/** Kafka in this process, PostgreSQL in a child. */
final class EmbeddedPlatform implements Platform {

    private final EmbeddedKafka kafka;
    private final EmbeddedPostgreSql postgres;
    private final Path directory;
    private final boolean kept;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPlatform(EmbeddedKafka kafka, EmbeddedPostgreSql postgres, Path directory, boolean kept) {
        this.kafka = kafka;
        this.postgres = postgres;
        this.directory = directory;
        this.kept = kept;
    }

    static EmbeddedPlatform start(PlatformSettings settings) {
        boolean kept = settings.dataDirectory().isPresent();
        int kafkaPort = FreePort.orAny(settings.kafkaPort(), "Kafka");
        int postgresPort = FreePort.orAny(settings.postgresPort(), "PostgreSQL");
        Path directory = settings.dataDirectory().orElseGet(EmbeddedPlatform::temporaryDirectory);
        var postgres = EmbeddedPostgreSql.start(directory.resolve("postgres"), postgresPort, kept);
        try {
            var kafka = EmbeddedKafka.start(directory.resolve("kafka"), kafkaPort, kept);
            var platform = new EmbeddedPlatform(kafka, postgres, directory, kept);
            Database.ensure(platform, PlatformSettings.DATABASE);
            return platform;
        } catch (RuntimeException e) {
            postgres.close();
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
        return EmbeddedPostgreSql.PASSWORD;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            kafka.close();
        } finally {
            postgres.close();
        }
        if (!kept) {
            delete(directory);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("citestream-platform-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory", e);
        }
    }

    private static void delete(Path directory) {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + directory, e);
        }
    }
}
