package org.citestream.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds the one line in PostgreSQL's log that says why it ended. */
final class PostgresLog {

    private static final Pattern COMPLAINT = Pattern.compile("(?:FATAL|PANIC|initdb: error|postgres: error):.*");

    private PostgresLog() {}

    /** The last complaint and where to read on; without one, what Java saw. */
    static String lastComplaint(Path log, Exception seen) {
        String complaint = null;
        try (var lines = Files.lines(log)) {
            complaint = lines.map(COMPLAINT::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .map(java.util.regex.Matcher::group)
                    .reduce((first, second) -> second)
                    .orElse(null);
        } catch (IOException | java.io.UncheckedIOException e) {
            seen.addSuppressed(e);
        }
        return complaint == null ? seen.toString() : complaint + " (more in " + log + ")";
    }
}
