package org.citestream.cli.line;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rotates logs while they are being written: the log is copied to {@code NAME.log.1}, replacing the previous copy, and
 * truncated. Its writers append, so they go on at its beginning; lines written between the two are lost.
 */
final class LogRotation implements AutoCloseable {

    private static final long LOOK_MILLIS = 10_000;

    /** Kafka's log, in our own process, is not opened for appending: truncated, it would grow on from its old size. */
    private static final String NOT_APPENDED = "platform.log";

    private final Path folder;
    private final long largest;
    private final Thread thread = new Thread(this::watch, "citestream-logs");

    /** @param largest bytes from which a log is begun anew */
    LogRotation(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                look();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Checks every log once; one that is inaccessible now is left for the next time. */
    void look() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> logs = files.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .filter(file -> !file.endsWith(NOT_APPENDED))
                    .toList();
            for (Path log : logs) {
                if (Files.size(log) > largest) {
                    beginAnew(log);
                }
            }
        } catch (IOException later) {
            System.getLogger(LogRotation.class.getName())
                    .log(System.Logger.Level.WARNING, "logs cannot be looked at: " + later.getMessage());
        }
    }

    private static void beginAnew(Path log) throws IOException {
        Path before = log.resolveSibling(log.getFileName() + ".1");
        try {
            Files.copy(log, before, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            // On a full disk, freeing space matters more than keeping the lines.
            Files.deleteIfExists(before);
        }
        FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                .close();
    }
}
