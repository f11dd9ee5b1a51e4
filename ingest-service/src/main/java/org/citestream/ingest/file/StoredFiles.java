package org.citestream.ingest.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Accepted files, gzipped, by the SHA-256 of their bytes, so that they can be read again. Thread-safe. */
@ApplicationScoped
public class StoredFiles {
    private final Path folder;
    private final FileSettings settings;

    public StoredFiles(@ConfigProperty(name = "citestream.data") Path data, FileSettings settings) {
        this.folder = data.resolve("articles");
        this.settings = settings;
    }

    /**
     * Stores a file unless it is stored already or storing is turned off; a partly written one is never visible.
     *
     * @throws StorageException if the disk does not take it
     */
    public void keep(ReceivedFile file) {
        Path kept = path(file.fileDigest());
        if (!settings.keep() || Files.exists(kept)) {
            return;
        }
        try {
            write(file, kept);
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    private static void write(ReceivedFile file, Path kept) throws IOException {
        Files.createDirectories(kept.getParent());
        Path draft = Files.createTempFile(kept.getParent(), "draft-", ".gz");
        try {
            try (InputStream bytes = file.open();
                    OutputStream packed = new GZIPOutputStream(Files.newOutputStream(draft))) {
                bytes.transferTo(packed);
            }
            Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The kept file, still packed; the caller closes it. */
    public Optional<InputStream> open(String fileDigest) throws IOException {
        Path kept = path(fileDigest);
        return Files.exists(kept) ? Optional.of(Files.newInputStream(kept)) : Optional.empty();
    }

    /** Deletes a file that no article needs any more. */
    public void forget(String fileDigest) throws IOException {
        Files.deleteIfExists(path(fileDigest));
    }

    private Path path(String fileDigest) {
        return folder.resolve(fileDigest.substring(0, 2)).resolve(fileDigest + ".xml.gz");
    }
}
