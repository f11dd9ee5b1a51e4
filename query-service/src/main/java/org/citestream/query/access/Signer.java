package org.citestream.query.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs values that are sent to browsers and mailboxes and must come back unchanged (HMAC-SHA-256). The secret is the
 * file {@code secret} in the data directory, created at first use, so that signatures survive a restart and are
 * accepted by other instances; without a data directory it lives as long as the process. Thread-safe.
 */
@ApplicationScoped
public class Signer {

    private static final int BYTES = 32;

    private final Optional<Path> directory;
    private volatile Hmac hmac;

    Signer(@ConfigProperty(name = "citestream.data") Optional<Path> data) {
        this.directory = data;
    }

    /**
     * The signature, in characters that are safe in URLs and cookies.
     *
     * @param purpose what is signed, e.g. {@code session}: a signature for one purpose is not valid for another
     */
    public String of(String purpose, String text) {
        return hmac().of(purpose + "\n" + text);
    }

    /** Whether the signature was made here for exactly this text. */
    public boolean matches(String purpose, String text, String signature) {
        return hmac().matches(purpose + "\n" + text, signature);
    }

    private synchronized Hmac hmac() {
        if (hmac == null) {
            try {
                hmac = new Hmac(directory.isPresent() ? kept(directory.get()) : random());
            } catch (IOException unwritable) {
                throw new UncheckedIOException("no secret can be kept in " + directory.get(), unwritable);
            }
        }
        return hmac;
    }

    private static byte[] kept(Path directory) throws IOException {
        Path file = directory.resolve("secret");
        if (!Files.exists(file)) {
            Files.createDirectories(directory);
            Path draft = Files.createTempFile(
                    directory,
                    "secret",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(draft, random());
            try {
                Files.move(draft, file);
            } catch (FileAlreadyExistsException another) {
                // Another instance was faster: its secret is used.
                Files.delete(draft);
            }
        }
        return Files.readAllBytes(file);
    }

    private static byte[] random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
