package org.citestream.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.citestream.platform.Database;
import org.citestream.platform.FreePort;
import org.citestream.platform.Platform;
import org.citestream.platform.PlatformSettings;

/** The embedded platform as a process of its own, so that broker and database can be killed and suspended. */
final class ProcessGround implements Ground {

    private static final Duration START = Duration.ofSeconds(60);

    private final Path directory;
    private final Path log;
    private final int kafkaPort = FreePort.any();
    private final int postgresPort = FreePort.any();
    private Process process;

    /** @param directory for its data, and for {@code platform.log} beside it */
    ProcessGround(Path directory) {
        this.directory = directory;
        this.log = directory.resolveSibling("platform.log");
    }

    @Override
    public void start() {
        try {
            long before = Files.exists(log) ? Files.size(log) : 0;
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            PlatformProcess.class.getName(),
                            directory.toString(),
                            Integer.toString(kafkaPort),
                            Integer.toString(postgresPort))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Awaitility.await("the platform to be ready, see " + log)
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(100))
                    .failFast("the platform ended while starting, see " + log, () -> !process.isAlive())
                    .until(() -> Files.readString(log).substring((int) before).contains(PlatformProcess.READY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL of the broker; the database loses its parent and lives on until the next start. */
    void killBroker() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGKILL of the database's main process; the platform starts it again. */
    void killDatabase() {
        Signals.send("KILL", List.of(postmaster()));
    }

    /** SIGSTOP or SIGCONT of the broker alone. */
    void signalBroker(String signal) {
        Signals.send(signal, List.of(process.toHandle()));
    }

    /** SIGSTOP or SIGCONT of the database with all its sessions. */
    void signalDatabase(String signal) {
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster()));
        all.addAll(postmaster().descendants().toList());
        Signals.send(signal, all);
    }

    private ProcessHandle postmaster() {
        Path file = directory.resolve("postgres").resolve("postmaster.pid");
        return Awaitility.await("a database")
                .atMost(START)
                .until(
                        () -> {
                            try (Stream<String> lines = Files.lines(file)) {
                                return ProcessHandle.of(Long.parseLong(
                                        lines.findFirst().orElse("0").strip()));
                            } catch (IOException starting) {
                                return java.util.Optional.<ProcessHandle>empty();
                            }
                        },
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void stop() {
        if (process == null) {
            return;
        }
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // It has ended.
        }
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the platform did not end, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Platform platform() {
        return new Platform() {
            @Override
            public String bootstrapServers() {
                return "127.0.0.1:" + kafkaPort;
            }

            @Override
            public String jdbcUrl(String database) {
                return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + database;
            }

            @Override
            public String username() {
                return database().username();
            }

            @Override
            public String password() {
                return database().password();
            }

            private Database database() {
                return Database.keptIn(directory, jdbcUrl(PlatformSettings.DATABASE));
            }

            @Override
            public void close() {
                // The process is the ground's.
            }
        };
    }

    @Override
    public void close() {
        stop();
    }
}
