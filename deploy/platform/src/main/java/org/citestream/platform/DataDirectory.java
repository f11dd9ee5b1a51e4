package org.citestream.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.citestream.platform.PlatformException.Reason;

/** The directory of one platform: locked for it, checked for room, and free of what a killed run left running. */
final class DataDirectory implements AutoCloseable {

    /**
     * System property: megabytes that must be free on the disk before the platform starts. Below that, Kafka and
     * PostgreSQL would end in the middle of their work.
     */
    static final String MINIMUM_FREE = "citestream.platform.minimum-free-megabytes";

    private static final long DEFAULT_MINIMUM_FREE = 200;
    private static final long MEGABYTE = 1024L * 1024;

    private final Path path;
    private final boolean kept;
    private final DirectoryLock lock;

    private DataDirectory(Path path, boolean kept, DirectoryLock lock) {
        this.path = path;
        this.kept = kept;
        this.lock = lock;
    }

    static DataDirectory open(PlatformSettings settings) {
        return settings.dataDirectory()
                .map(path -> open(path, true))
                .orElseGet(() -> open(TemporaryDirectories.create(), false));
    }

    Path path() {
        return path;
    }

    boolean kept() {
        return kept;
    }

    /** Releases the directory; a temporary one is deleted. */
    @Override
    public void close() {
        try (lock) {
            if (!kept) {
                delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not let go of " + path, e);
        }
    }

    static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static DataDirectory open(Path path, boolean kept) {
        var lock = lock(path);
        try {
            checkRoom(path);
            keepOthersOut(path);
            Files.createDirectories(path.resolve("logs"));
            Postmaster.endLeftover(path.resolve(EmbeddedPostgreSql.DIRECTORY));
            return new DataDirectory(path, kept, lock);
        } catch (IOException | RuntimeException e) {
            try {
                lock.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e instanceof RuntimeException runtime ? runtime : notWritable(path, (IOException) e);
        }
    }

    private static DirectoryLock lock(Path path) {
        try {
            return DirectoryLock.tryTake(path)
                    .orElseThrow(() -> new PlatformException(
                            Reason.DIRECTORY_IN_USE,
                            path + " is in use by process "
                                    + DirectoryLock.owner(path)
                                            .map(Object::toString)
                                            .orElse("(unknown)")
                                    + "; stop that one or choose another directory."));
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    /** Keys, passwords and every article stand in there: no other account of the machine reads them. */
    private static void keepOthersOut(Path path) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (rights != null) {
            rights.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void checkRoom(Path path) throws IOException {
        long needed = Long.getLong(MINIMUM_FREE, DEFAULT_MINIMUM_FREE);
        long free = Files.getFileStore(path).getUsableSpace() / MEGABYTE;
        if (free < needed) {
            throw new PlatformException(
                    Reason.DISK_FULL,
                    "Only " + free + " MB are free on the disk of " + path + ", at least " + needed
                            + " MB are needed; make room or choose another directory.");
        }
    }

    private static PlatformException notWritable(Path path, IOException cause) {
        String why = cause instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : cause.getClass().getSimpleName();
        boolean full = why.contains("No space left");
        return new PlatformException(
                full ? Reason.DISK_FULL : Reason.DIRECTORY_NOT_WRITABLE,
                "Cannot write to " + path + " (" + why + "); " + (full ? "make room" : "check its owner and rights")
                        + " or choose another directory.",
                cause);
    }
}
