package org.citestream.kit.access;

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
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The keys in the file {@code citestream.keys}, else in {@code keys} of the data directory, read again whenever the file
 * changes; {@code #} starts a comment. A service with neither has none. Thread-safe.
 */
@ApplicationScoped
public class ApiKeys {

    private static final Logger LOG = Logger.getLogger(ApiKeys.class);

    private final Optional<Path> file;
    private volatile Loaded loaded = new Loaded(null, 0, List.of());

    /** @param keys the file itself, where it does not lie in the data directory: a mounted secret */
    public ApiKeys(
            @ConfigProperty(name = "citestream.data") Optional<Path> data,
            @ConfigProperty(name = "citestream.keys") Optional<Path> keys) {
        this.file = keys.or(() -> data.map(directory -> directory.resolve("keys")));
    }

    private record Loaded(FileTime changed, long size, List<ApiKey> keys) {}

    /**
     * All keys, none where there is no file.
     *
     * @throws UncheckedIOException when the file is there and cannot be read: nobody may write then
     */
    public List<ApiKey> all() {
        if (file.isEmpty()) {
            return List.of();
        }
        try {
            FileTime changed = Files.getLastModifiedTime(file.get());
            long size = Files.size(file.get());
            Loaded last = loaded;
            if (!changed.equals(last.changed()) || size != last.size()) {
                last = new Loaded(changed, size, parse(Files.readAllLines(file.get())));
                loaded = last;
            }
            return last.keys();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the file of keys cannot be read: " + file.get(), unreadable);
        }
    }

    /**
     * Whether there is a key file, even an empty one: whoever created it wants keys to be required. An inaccessible
     * file counts too.
     */
    public boolean exist() {
        return file.isPresent() && !Files.notExists(file.get());
    }

    /**
     * Logs once who may write, so that nobody learns it from a refusal or an intruder. An unreadable file refuses all
     * writers but does not keep a service from starting.
     *
     * @param tokens beside the keys
     * @param scopes to be named where there is no key: what the service asks for
     */
    public void announce(IssuedTokens tokens, RequestOrigin origin, String scopes) {
        try {
            if (tokens.issuer().isPresent()) {
                LOG.infof(
                        "Writing needs a key, of which %d are known, or a token of %s",
                        all().size(), tokens.issuer().get().name());
            } else if (exist()) {
                LOG.infof("Writing needs a key; %d known", all().size());
            } else if (origin.isSiteOfThisMachine()) {
                LOG.info("Writing is open to this machine alone, since there are no keys");
            } else {
                LOG.warnf(
                        "Nobody may write: citestream.public-url is an address of the outside and there are no keys."
                                + " Add one: deploy/citestream key add NAME --scope %s",
                        scopes);
            }
        } catch (UncheckedIOException unreadable) {
            LOG.error("Nobody may write", unreadable);
        }
    }

    /** The key whose secret this is. */
    public Optional<ApiKey> withSecret(String secret) {
        byte[] hash = sha256(secret);
        return all().stream()
                .filter(key -> MessageDigest.isEqual(hash, key.hash().getBytes(StandardCharsets.US_ASCII)))
                .findFirst();
    }

    /** The key of that name. */
    public Optional<ApiKey> named(String name) {
        return all().stream().filter(key -> key.name().equals(name)).findFirst();
    }

    private static List<ApiKey> parse(List<String> lines) {
        List<ApiKey> keys = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            Optional<ApiKey> key = ApiKey.parse(line);
            if (key.isEmpty()) {
                LOG.warn("a line of the file of keys lacks fields and is left out");
            }
            key.ifPresent(keys::add);
        }
        return List.copyOf(keys);
    }

    private static byte[] sha256(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
