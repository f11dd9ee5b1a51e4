package org.citestream.cli.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.citestream.platform.Database;

/**
 * The files of a running PostgreSQL, as its manual describes a base backup: begin, copy, end, and the write-ahead log that
 * was written meanwhile. What is restored from it stands at the moment of {@link #end}. Not thread-safe.
 */
final class DatabaseCopy implements AutoCloseable {

    private static final String FOLDER = "postgres";
    private static final String WAL = "pg_wal";

    /** Their files belong to one run of the server; the folders must be there. */
    private static final Set<String> EMPTY = Set.of(
            WAL, "pg_dynshmem", "pg_notify", "pg_replslot", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid", "postmaster.opts", "epg-lock", "backup_label", "backup_label.old", "tablespace_map");

    private final Connection connection;
    private final Path folder;
    private final ArchiveWriter archive;
    private final String firstWal;

    private DatabaseCopy(Connection connection, Path folder, ArchiveWriter archive, String firstWal) {
        this.connection = connection;
        this.folder = folder;
        this.archive = archive;
        this.firstWal = firstWal;
    }

    /** Copies all but the write-ahead log. */
    static DatabaseCopy begin(Path data, Database superuser, ArchiveWriter archive) throws SQLException, IOException {
        Connection connection = superuser.connect();
        try {
            // Keeps the log until this session ends, however that is.
            text(connection, "SELECT pg_create_physical_replication_slot('citestream_backup', true, true)::text");
            String first = text(connection, "SELECT pg_walfile_name(pg_backup_start('citestream backup', true))");
            var copy = new DatabaseCopy(connection, data.resolve(FOLDER), archive, first);
            copy.copyFiles();
            return copy;
        } catch (SQLException | IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Ends the copy, and adds what was written since it began. */
    void end() throws SQLException, IOException {
        String label;
        String lastWal;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(wait_for_archive => false)")) {
            row.next();
            label = row.getString(1);
            lastWal = row.getString(2);
        }
        archive.bytes(FOLDER + "/backup_label", label.getBytes(StandardCharsets.UTF_8));
        for (Path wal : children(folder.resolve(WAL))) {
            String name = wal.getFileName().toString();
            if (name.matches("[0-9A-F]{24}") && name.compareTo(firstWal) >= 0 && name.compareTo(lastWal) <= 0) {
                archive.file(FOLDER + "/" + WAL + "/" + name, wal);
            }
        }
    }

    private void copyFiles() throws IOException {
        archive.folder(FOLDER);
        copy(folder, FOLDER);
    }

    private void copy(Path from, String to) throws IOException {
        for (Path child : children(from)) {
            String name = child.getFileName().toString();
            if (Files.isDirectory(child)) {
                archive.folder(to + "/" + name);
                if (!name.startsWith("pgsql_tmp") && !(to.equals(FOLDER) && EMPTY.contains(name))) {
                    copy(child, to + "/" + name);
                }
            } else if (!name.startsWith("pgsql_tmp") && !LEFT_OUT.contains(name)) {
                archive.file(to + "/" + name, child);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Gives a copy up that was not ended; the server forgets it. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
