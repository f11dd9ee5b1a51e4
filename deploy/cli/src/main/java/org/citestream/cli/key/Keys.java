package org.citestream.cli.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;

/**
 * The file {@code DIR/keys}. Every change replaces the file whole, so a service that reads it meanwhile sees the old one
 * or the new one; comments and lines that this version does not understand stay.
 */
public final class Keys {

    private static final String PREFIX = "cs_";
    private static final int RANDOM_BYTES = 32;

    private final Path file;

    public Keys(Path dataDirectory) {
        this.file = dataDirectory.resolve("keys");
    }

    /** Adds a key and returns it: the only time it can be seen. */
    public String add(String name, Set<Scope> scopes, Instant now) throws IOException {
        String secret = random();
        var key = new Key(name, scopes, hash(secret), now.truncatedTo(ChronoUnit.SECONDS));
        List<String> lines = lines();
        if (lines.stream().anyMatch(line -> isNamed(line, name))) {
            throw new CliException(
                    ExitCode.NOT_RUNNING,
                    "There is a key named " + name + " already; revoke it first or choose another name.");
        }
        lines.add(key.line());
        write(lines);
        return secret;
    }

    public void revoke(String name) throws IOException {
        List<String> lines = lines();
        if (!lines.removeIf(line -> isNamed(line, name))) {
            throw new CliException(ExitCode.NOT_RUNNING, "There is no key named " + name + " in " + file + ".");
        }
        write(lines);
    }

    public List<Key> list() throws IOException {
        List<Key> keys = new ArrayList<>();
        for (String line : lines()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                keys.add(parse(line));
            }
        }
        return keys;
    }

    /** SHA-256 of the key's UTF-8 bytes, in lower-case hexadecimal. */
    public static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Key parse(String line) {
        try {
            return Key.parse(line);
        } catch (RuntimeException e) {
            throw new CliException(
                    ExitCode.NOT_RUNNING,
                    "In " + file + " this line cannot be read: " + line + " (" + e.getMessage() + ")",
                    e);
        }
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>();
    }

    private void write(List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(
                file.getParent(),
                "keys",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isNamed(String line, String name) {
        return line.startsWith(name + " ") || line.startsWith(name + "\t");
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
