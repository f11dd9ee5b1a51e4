package org.citestream.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Stream;
import org.citestream.platform.Database;

/**
 * Takes all of a running line into one archive: database, topics, kept files, keys. Nobody waits but those who follow
 * changes, for as long as that topic is copied.
 *
 * <p>What makes the parts fit: the database comes before the topics, so every offset it holds is in the log. Of the changes
 * topic neither may know a number that the other does not, so the relay stands still between the two. How far a group has
 * read is older than what it wrote, which is older than what it reads: work is done again rather than left out.
 */
public final class Backup {

    private static final String CHANGES = "citations.changes.v1";
    private static final String GROUPS = "__consumer_offsets";
    private static final String CLASSIFIED = "citations.classified.v1";
    private static final String STATEMENTS = "citations.statements.v1";

    /** Copied on their own, derived, or true of the run at hand only. */
    private static final Set<String> LEFT_OUT = Set.of(
            "postgres", "kafka", "logs", "search-index", "citestream.json", "citestream.json.draft", "platform.lock");

    private final Path data;
    private final Database owner;
    private final Database superuser;

    /**
     * Of the line that runs in {@code data}.
     *
     * @param jdbcUrl of its database
     */
    public Backup(Path data, String jdbcUrl) {
        this.data = data;
        this.owner = Database.keptIn(data, jdbcUrl);
        this.superuser = Database.asSuperuser(data, jdbcUrl);
    }

    /**
     * What was written.
     *
     * @param bytes of the files, before they were compressed
     */
    public record Account(int files, long bytes) {}

    /** Writes the archive; a file that was begun and not finished is deleted. */
    public Account write(Path file) throws IOException, SQLException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Path staging = Files.createTempDirectory("citestream-backup");
        try {
            Account account = write(draft, staging);
            Files.move(draft, file);
            return account;
        } finally {
            Files.deleteIfExists(draft);
            deleteAll(staging);
        }
    }

    private Account write(Path draft, Path staging) throws IOException, SQLException {
        try (ArchiveWriter archive = new ArchiveWriter(draft);
                Connection relay = owner.connect()) {
            LogCopy log = new LogCopy(data, staging, archive);
            log.copyMarks();
            try (DatabaseCopy database = DatabaseCopy.begin(data, superuser, archive)) {
                stopRelay(relay);
                database.end();
                log.copyTopics(CHANGES::equals);
                relay.rollback();
            }
            log.copyTopics(GROUPS::equals);
            log.copyTopics(CLASSIFIED::equals);
            log.copyTopics(
                    topic -> !Set.of(CHANGES, GROUPS, CLASSIFIED, STATEMENTS).contains(topic));
            log.copyTopics(STATEMENTS::equals);
            copyFiles(archive);
            archive.finish();
            return new Account(archive.files(), archive.bytes());
        }
    }

    /** Whoever gives the next number waits for this lock, which goes with the connection. */
    private static void stopRelay(Connection relay) throws SQLException {
        relay.setAutoCommit(false);
        try (Statement statement = relay.createStatement()) {
            statement.execute("LOCK TABLE app.relay IN EXCLUSIVE MODE");
        }
    }

    private void copyFiles(ArchiveWriter archive) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : all.sorted().toList()) {
                Path name = data.relativize(path);
                if (path.equals(data) || LEFT_OUT.contains(name.getName(0).toString())) {
                    continue;
                }
                if (Files.isDirectory(path)) {
                    archive.folder(name.toString());
                } else if (Files.isRegularFile(path)) {
                    archive.file(name.toString(), path);
                }
            }
        }
    }

    static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
