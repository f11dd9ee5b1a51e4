package org.citestream.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server as its {@code postmaster.pid} tells of it: process id in the first line, start time (seconds since
 * 1970) in the third.
 */
final class Postmaster {

    private static final String FILE = "postmaster.pid";
    private static final int LINES = 3;

    /** The file is written a moment after the process began. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Postmaster() {}

    /**
     * Ends the server that a killed run left on {@code directory}, if any: in order first, then by force. A process that
     * merely got the same number later is left alone. Call with the directory's lock held.
     */
    static void endLeftover(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return;
        }
        Optional<ProcessHandle> leftover = read(file);
        if (leftover.isPresent()) {
            end(leftover.get());
        }
        // Else the server itself was killed, or its number belongs to another process now, and PostgreSQL, which looks
        // at
        // the number only, would refuse to start.
        Files.deleteIfExists(file);
    }

    /** Whether the server of {@code directory} is alive. */
    static boolean isRunning(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        return Files.exists(file) && read(file).isPresent();
    }

    private static Optional<ProcessHandle> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < LINES) {
            return Optional.empty();
        }
        try {
            var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(process -> isIt(process, started));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isIt(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) < 0)
                .orElse(true);
    }

    private static void end(ProcessHandle process) throws IOException {
        // SIGINT: end sessions and stop in order. SIGTERM, all that Java can send, would wait for the sessions to end.
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start();
        if (!endsWithin(process, PATIENCE)) {
            process.destroyForcibly();
            endsWithin(process, PATIENCE);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }
}
