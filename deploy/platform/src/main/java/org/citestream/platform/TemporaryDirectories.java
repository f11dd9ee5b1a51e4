package org.citestream.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** Temporary directories of platforms without persistent data, and the clean-up after killed runs. */
final class TemporaryDirectories {

    /** A younger directory may belong to a run that has not locked it yet. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private TemporaryDirectories() {}

    static Path create() {
        try {
            Path parent = Path.of(
                    System.getProperty("java.io.tmpdir"), "citestream-platform-" + System.getProperty("user.name"));
            Files.createDirectories(parent);
            sweep(parent);
            return Files.createTempDirectory(parent, "run-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory", e);
        }
    }

    /** Ends and deletes what killed runs left in {@code parent}; living ones hold their lock. */
    static void sweep(Path parent) throws IOException {
        try (var runs = Files.newDirectoryStream(parent, "run-*")) {
            for (Path run : runs) {
                if (isSettled(run)) {
                    sweepOne(run);
                }
            }
        }
    }

    private static void sweepOne(Path run) throws IOException {
        DirectoryLock lock = DirectoryLock.tryTake(run).orElse(null);
        if (lock == null) {
            return;
        }
        try (lock) {
            Postmaster.endLeftover(run.resolve(EmbeddedPostgreSql.DIRECTORY));
            DataDirectory.delete(run);
        }
    }

    private static boolean isSettled(Path run) throws IOException {
        return Files.exists(run)
                && Files.getLastModifiedTime(run)
                                .compareTo(FileTime.from(Instant.now().minus(SETTLED)))
                        < 0;
    }
}
