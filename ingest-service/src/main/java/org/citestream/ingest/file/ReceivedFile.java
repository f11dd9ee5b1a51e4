package org.citestream.ingest.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * The unpacked bytes of one article, in memory or, when many, in a temporary file that closing deletes. Can be read as
 * often as needed; for one thread.
 */
public final class ReceivedFile implements AutoCloseable {
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final byte[] PDF_MAGIC = {'%', 'P', 'D', 'F'};
    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
    private static final byte[] TAR_MAGIC = {'u', 's', 't', 'a', 'r'};
    private static final int TAR_MAGIC_AT = 257;
    private static final int COPY_BYTES = 64 * 1024;

    private final byte[] memory;
    private final Path disk;
    private final MessageDigest sha256;
    private Runnable onClose = () -> {};

    private ReceivedFile(byte[] memory, Path disk, MessageDigest sha256) {
        this.memory = memory;
        this.disk = disk;
        this.sha256 = sha256;
    }

    /**
     * Receives a whole file; gzip is recognised by its first bytes and unpacked.
     *
     * @param most greatest number of unpacked bytes
     * @param inMemory a file up to this many bytes stays in memory
     * @throws TooLargeException if there are more unpacked bytes than allowed
     * @throws StorageException if it belongs on the disk and that does not take it
     */
    public static ReceivedFile receive(InputStream source, long most, int inMemory) throws IOException {
        InputStream bytes = unpacked(source);
        MessageDigest sha256 = sha256();
        var memory = new ByteArrayOutputStream(COPY_BYTES);
        Path disk = null;
        OutputStream spill = null;
        try {
            byte[] buffer = new byte[COPY_BYTES];
            long total = 0;
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                total += read;
                if (total > most) {
                    throw new TooLargeException("The article has more than " + most
                            + " bytes; the limit is the setting citestream.limits.article-bytes");
                }
                sha256.update(buffer, 0, read);
                if (spill == null && total > inMemory) {
                    disk = temporary();
                    spill = opened(disk);
                    write(spill, memory.toByteArray(), memory.size());
                    memory = null;
                }
                if (spill == null) {
                    memory.write(buffer, 0, read);
                } else {
                    write(spill, buffer, read);
                }
            }
            if (spill != null) {
                spill.close();
            }
            return new ReceivedFile(memory == null ? null : memory.toByteArray(), disk, sha256);
        } catch (IOException | RuntimeException failed) {
            if (spill != null) {
                spill.close();
            }
            if (disk != null) {
                Files.deleteIfExists(disk);
            }
            throw failed;
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("citestream-article-", ".xml");
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    private static OutputStream opened(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    private static void write(OutputStream file, byte[] bytes, int length) {
        try {
            file.write(bytes, 0, length);
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    private static InputStream unpacked(InputStream source) throws IOException {
        var buffered = new BufferedInputStream(source, COPY_BYTES);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, COPY_BYTES) : buffered;
    }

    /** Bytes of memory that it holds until it is closed. */
    public int memoryBytes() {
        return memory == null ? 0 : memory.length;
    }

    /** Runs this once on close; returns the file itself. */
    public ReceivedFile onClose(Runnable then) {
        onClose = then;
        return this;
    }

    /** The bytes from the first to the last; the caller closes it. */
    public InputStream open() throws IOException {
        return disk == null ? new ByteArrayInputStream(memory) : Files.newInputStream(disk);
    }

    /** Whether these bytes begin as a PDF does. */
    public boolean looksLikePdf() throws IOException {
        try (InputStream start = open()) {
            return Arrays.equals(start.readNBytes(PDF_MAGIC.length), PDF_MAGIC);
        }
    }

    /** Whether these bytes begin as a zip does, or are a tar. */
    public boolean looksLikeArchive() throws IOException {
        try (InputStream start = open()) {
            byte[] head = start.readNBytes(TAR_MAGIC_AT + TAR_MAGIC.length);
            boolean zip = head.length >= ZIP_MAGIC.length
                    && Arrays.equals(head, 0, ZIP_MAGIC.length, ZIP_MAGIC, 0, ZIP_MAGIC.length);
            boolean tar = head.length == TAR_MAGIC_AT + TAR_MAGIC.length
                    && Arrays.equals(head, TAR_MAGIC_AT, head.length, TAR_MAGIC, 0, TAR_MAGIC.length);
            return zip || tar;
        }
    }

    /** SHA-256 of the bytes, hex. */
    public String fileDigest() {
        return hex(copyOfDigest());
    }

    /** {@code sha256:} and hex over the bytes and the extractor's version: the same digest means the same facts. */
    public String digest(String extractor) {
        MessageDigest digest = copyOfDigest();
        digest.update(("\nextractor " + extractor).getBytes(StandardCharsets.UTF_8));
        return "sha256:" + hex(digest);
    }

    @Override
    public void close() throws IOException {
        Runnable then = onClose;
        onClose = () -> {};
        then.run();
        if (disk != null) {
            Files.deleteIfExists(disk);
        }
    }

    private MessageDigest copyOfDigest() {
        try {
            return (MessageDigest) sha256.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", impossible);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
