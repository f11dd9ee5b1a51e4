package org.citestream.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The password of a platform's PostgreSQL, made up once per data directory and readable by its owner only. Loopback is
 * open to every account of a machine, so the server asks for it.
 */
final class Credentials {

    private static final String FILE = "postgres.password";
    private static final int BYTES = 24;

    private Credentials() {}

    static String passwordOf(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(FILE);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Path draft = Files.createTempFile(
                dataDirectory,
                FILE,
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, password + "\n");
        Files.move(draft, file);
        return password;
    }
}
