package org.citestream.ingest.arrival.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The keys in the file {@code keys} of the data directory, read again whenever the file changes. One line a key:
 * {@code NAME SCOPE[,SCOPE] SHA256HEX CREATED}; {@code #} starts a comment. Thread-safe.
 */
@ApplicationScoped
public class ApiKeys {
    private static final Logger LOG = Logger.getLogger(ApiKeys.class);
    private static final int FIELDS = 4;

    private final Path file;
    private volatile Loaded loaded = new Loaded(null, 0, List.of());

    public ApiKeys(@ConfigProperty(name = "citestream.data") Path data) {
        this.file = data.resolve("keys");
    }

    /** A key that may write, without the key itself. */
    public record ApiKey(String name, Set<String> scopes, String sha256) {
        public ApiKey {
            scopes = Set.copyOf(scopes);
        }
    }

    private record Loaded(FileTime changed, long size, List<ApiKey> keys) {}

    /**
     * Whether there is a file of keys, be it empty: whoever made one wants keys to be asked for. A file that cannot be
     * looked at counts as one.
     */
    public boolean exist() {
        return !Files.notExists(file);
    }

    /** How many keys the file holds. */
    public int count() {
        return current().size();
    }

    /** The key whose secret this is. */
    public Optional<ApiKey> find(String secret) {
        byte[] hash = sha256Hex(secret).getBytes(StandardCharsets.US_ASCII);
        return current().stream()
                .filter(key -> MessageDigest.isEqual(hash, key.sha256().getBytes(StandardCharsets.US_ASCII)))
                .findFirst();
    }

    private List<ApiKey> current() {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            Loaded last = loaded;
            if (!changed.equals(last.changed()) || size != last.size()) {
                last = new Loaded(changed, size, parse(Files.readAllLines(file)));
                loaded = last;
            }
            return last.keys();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            // Never open the door because its lock cannot be read.
            throw new UncheckedIOException("the file of keys cannot be read: " + file, unreadable);
        }
    }

    private static List<ApiKey> parse(List<String> lines) {
        var keys = new ArrayList<ApiKey>();
        for (String line : lines) {
            String[] fields = line.strip().split("\\s+", -1);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            if (fields.length < FIELDS) {
                LOG.warnf("a line of the file of keys has %d of %d fields and is left out", fields.length, FIELDS);
                continue;
            }
            keys.add(new ApiKey(
                    fields[0], Set.copyOf(List.of(fields[1].split(",", -1))), fields[2].toLowerCase(Locale.ROOT)));
        }
        return List.copyOf(keys);
    }

    private static String sha256Hex(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
