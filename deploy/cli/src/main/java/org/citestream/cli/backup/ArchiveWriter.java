package org.citestream.cli.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** A gzipped tar whose last entry names the SHA-256 of all others, as {@code sha256sum} writes it. Not thread-safe. */
final class ArchiveWriter implements AutoCloseable {

    /** The entry with the checksums. */
    static final String SUMS = "SHA256SUMS";

    private static final int BUFFER = 1 << 16;
    private static final int FILE_MODE = 0100600;
    private static final int FOLDER_MODE = 040700;

    private final TarArchiveOutputStream tar;
    private final StringBuilder sums = new StringBuilder();
    private int files;
    private long bytes;

    ArchiveWriter(Path file) throws IOException {
        GzipParameters fast = new GzipParameters();
        fast.setCompressionLevel(Deflater.BEST_SPEED);
        tar = new TarArchiveOutputStream(
                new GzipCompressorOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), fast),
                StandardCharsets.UTF_8.name());
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    void folder(String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name + "/");
        entry.setMode(FOLDER_MODE);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    void bytes(String name, byte[] content) throws IOException {
        begin(name, content.length);
        tar.write(content);
        tar.closeArchiveEntry();
        sum(name, digest().digest(content));
    }

    /**
     * Adds a file as long as it is now; of one that is written meanwhile what comes later is left out.
     *
     * @return false when it is gone
     */
    boolean file(String name, Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            long left = Files.size(file);
            begin(name, left);
            byte[] buffer = new byte[BUFFER];
            while (left > 0) {
                int got = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
                if (got == 0) {
                    // It was cut short meanwhile: whoever replays the log cuts it again.
                    got = (int) Math.min(buffer.length, left);
                    java.util.Arrays.fill(buffer, 0, got, (byte) 0);
                }
                tar.write(buffer, 0, got);
                digest.update(buffer, 0, got);
                left -= got;
            }
            tar.closeArchiveEntry();
        } catch (NoSuchFileException gone) {
            return false;
        }
        sum(name, digest.digest());
        return true;
    }

    int files() {
        return files;
    }

    /** Bytes of all files before they were compressed. */
    long bytes() {
        return bytes;
    }

    /** Writes the checksums; an archive without them is refused by {@link Restore}. */
    void finish() throws IOException {
        byte[] content = sums.toString().getBytes(StandardCharsets.UTF_8);
        begin(SUMS, content.length);
        tar.write(content);
        tar.closeArchiveEntry();
        tar.finish();
    }

    private void begin(String name, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(FILE_MODE);
        tar.putArchiveEntry(entry);
        files++;
        bytes += size;
    }

    private void sum(String name, byte[] digest) {
        sums.append(HexFormat.of().formatHex(digest)).append("  ").append(name).append('\n');
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
