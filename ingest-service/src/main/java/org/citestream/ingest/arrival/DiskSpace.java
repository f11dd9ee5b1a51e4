package org.citestream.ingest.arrival;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citestream.ingest.file.StorageException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Free space on the disk of the stored files, which in a local run also holds the log and the database: articles are
 * refused well before those run out of space. Thread-safe.
 */
@Startup
@ApplicationScoped
public class DiskSpace {
    private final Path folder;
    private final long least;

    public DiskSpace(
            @ConfigProperty(name = "citestream.data") Path folder, ArrivalSettings settings, MeterRegistry meters) {
        this.folder = folder;
        this.least = settings.leastFreeDisk().asLongValue();
        Gauge.builder("citestream.disk.free", this, DiskSpace::free)
                .description("space left for files of this service; below the limit articles are refused")
                .baseUnit("bytes")
                .strongReference(true)
                .register(meters);
    }

    /**
     * Returns if there is room for articles.
     *
     * @throws StorageException if there is not
     */
    public void check() {
        long free = free();
        if (free < least) {
            throw new StorageException(new IOException(
                    "%d bytes are left, and articles are taken from %d on; the limit is the".formatted(free, least)
                            + " setting citestream.articles.least-free-disk."));
        }
    }

    private long free() {
        try {
            Files.createDirectories(folder);
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unreadable) {
            // A disk whose free space is unknown accepts nothing.
            return 0;
        }
    }
}
