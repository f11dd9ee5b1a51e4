package org.citestream.cli.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;

/** Puts an archive of {@link Backup} into an empty directory, and takes nothing that its checksums do not name. */
public final class Restore {

    private static final String FILE_RIGHTS = "rw-------";
    private static final String FOLDER_RIGHTS = "rwx------";

    private final Path data;

    /** Into this directory, which must be empty or absent. */
    public Restore(Path data) {
        this.data = data;
    }

    /**
     * Reads the archive; on a failure nothing of it stays.
     *
     * @return how many files there are
     * @throws CliException if the directory is in use, or the archive is absent, damaged or not ours
     */
    public int read(Path archive) throws IOException {
        if (Files.exists(data) && !isEmpty(data)) {
            throw new CliException(
                    ExitCode.NOT_RUNNING, data + " is not empty; restore into a new directory with --data DIR.");
        }
        if (!Files.isRegularFile(archive)) {
            throw new CliException(
                    ExitCode.NOT_RUNNING, "there is no file " + archive + "; name one that backup wrote.");
        }
        boolean whole = false;
        try {
            int files = extract(archive);
            whole = true;
            return files;
        } catch (IOException damaged) {
            throw new CliException(
                    ExitCode.NOT_RUNNING, archive + " cannot be restored: " + damaged.getMessage(), damaged);
        } finally {
            if (!whole && Files.exists(data)) {
                Backup.deleteAll(data);
            }
        }
    }

    private int extract(Path archive) throws IOException {
        folder(data);
        Map<String, String> found = new TreeMap<>();
        Map<String, String> expected = null;
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive))),
                StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(ArchiveWriter.SUMS)) {
                    expected = sums(new String(tar.readAllBytes(), StandardCharsets.UTF_8));
                } else if (entry.isDirectory()) {
                    folder(place(entry));
                } else if (entry.isFile()) {
                    found.put(entry.getName(), file(place(entry), tar));
                } else {
                    throw new IOException(entry.getName() + " is neither a file nor a folder");
                }
            }
        }
        if (expected == null) {
            throw new IOException("it has no checksums: it was not finished, or is none of our archives");
        }
        for (Map.Entry<String, String> file : found.entrySet()) {
            if (!file.getValue().equals(expected.remove(file.getKey()))) {
                throw new IOException(file.getKey() + " is not what its checksum says");
            }
        }
        if (!expected.isEmpty()) {
            throw new IOException(expected.keySet().iterator().next() + " is missing");
        }
        return found.size();
    }

    private Path place(TarArchiveEntry entry) throws IOException {
        Path place = data.resolve(entry.getName()).normalize();
        if (!place.startsWith(data) || place.equals(data)) {
            throw new IOException(entry.getName() + " leads out of the archive");
        }
        return place;
    }

    private static void folder(Path place) throws IOException {
        Files.createDirectories(place);
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(FOLDER_RIGHTS));
    }

    private static String file(Path place, InputStream content) throws IOException {
        Files.createDirectories(place.getParent());
        Files.createFile(place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE_RIGHTS)));
        MessageDigest digest = ArchiveWriter.digest();
        try (OutputStream out = Files.newOutputStream(place)) {
            new DigestInputStream(content, digest).transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Map<String, String> sums(String lines) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            String[] parts = line.split(" {2}", 2);
            if (parts.length < 2) {
                throw new IOException("its checksums cannot be read");
            }
            sums.put(parts[1], parts[0]);
        }
        return sums;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.findAny().isEmpty();
        }
    }
}
