package org.citestream.query.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.citestream.kit.access.ApiKey;
import org.citestream.kit.access.ApiKeys;

/**
 * Browser sessions. Nothing is stored: the signed cookie names the key and the expiry. Revoking a key, or replacing it
 * under the same name, ends its sessions at once. Thread-safe.
 */
@Singleton
record Sessions(ApiKeys keys, Signer seal, AccessSettings settings) {

    /** Name of the cookie. */
    static final String COOKIE = "citestream-session";

    private static final String PURPOSE = "session";
    private static final int PARTS = 3;

    /** The value of the cookie. */
    String open(ApiKey key) {
        long until = Instant.now().plus(settings.session()).getEpochSecond();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.name().getBytes(StandardCharsets.UTF_8)) + "."
                + until + "." + seal.of(PURPOSE, text(key, until));
    }

    /**
     * The key that opened the session; empty if the session has expired, the key was revoked or the cookie is forged.
     */
    Optional<ApiKey> key(String cookie) {
        String[] parts = cookie.split("\\.", -1);
        if (parts.length != PARTS || !parts[1].matches("\\d{1,15}")) {
            return Optional.empty();
        }
        long until = Long.parseLong(parts[1]);
        if (Instant.ofEpochSecond(until).isBefore(Instant.now())) {
            return Optional.empty();
        }
        return name(parts[0]).flatMap(keys::named).filter(key -> seal.matches(PURPOSE, text(key, until), parts[2]));
    }

    private static Optional<String> name(String part) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String text(ApiKey key, long until) {
        return key.name() + "\n" + until + "\n" + key.hash();
    }
}
