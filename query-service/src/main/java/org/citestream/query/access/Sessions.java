package org.citestream.query.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citestream.kit.access.ApiKey;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.IssuedTokens;

/**
 * Browser sessions. Nothing is stored: the signed cookie names the key and the expiry. Revoking a key, or replacing it
 * under the same name, ends its sessions at once. The cookie of somebody whom an issuer vouched for names the scopes too;
 * it ends with its time, or when the settings no longer name the issuer. Thread-safe.
 */
@Singleton
record Sessions(ApiKeys keys, IssuedTokens tokens, Signer seal, AccessSettings settings) {

    /** Name of the cookie. */
    static final String COOKIE = "citestream-session";

    private static final String PURPOSE = "session";
    private static final int PARTS = 3;
    private static final String ISSUED = "issued-session";
    private static final int ISSUED_PARTS = 4;

    /** The value of the cookie. */
    String open(ApiKey key) {
        long until = until();
        return base64(key.name()) + "." + until + "." + seal.of(PURPOSE, text(key, until));
    }

    /** The value of the cookie of somebody whom the issuer vouched for. */
    String openIssued(ApiKey caller) {
        String said = base64(caller.name()) + "." + until() + "." + base64(String.join(",", caller.scopes()));
        return said + "." + seal.of(ISSUED, said);
    }

    private long until() {
        return Instant.now().plus(settings.session()).getEpochSecond();
    }

    /**
     * The key that opened the session; empty if the session has expired, the key was revoked or the cookie is forged.
     */
    Optional<ApiKey> key(String cookie) {
        String[] parts = cookie.split("\\.", -1);
        if (parts.length < PARTS || parts.length > ISSUED_PARTS || !parts[1].matches("\\d{1,15}")) {
            return Optional.empty();
        }
        long until = Long.parseLong(parts[1]);
        if (Instant.ofEpochSecond(until).isBefore(Instant.now())) {
            return Optional.empty();
        }
        return parts.length == ISSUED_PARTS
                ? issued(cookie.substring(0, cookie.lastIndexOf('.')), parts)
                : text(parts[0]).flatMap(keys::named).filter(key -> seal.matches(PURPOSE, text(key, until), parts[2]));
    }

    private Optional<ApiKey> issued(String said, String[] parts) {
        if (tokens.issuer().isEmpty() || !seal.matches(ISSUED, said, parts[ISSUED_PARTS - 1])) {
            return Optional.empty();
        }
        return text(parts[0]).flatMap(name -> text(parts[2])
                .map(scopes -> new ApiKey(name, Set.copyOf(List.of(scopes.split(",", -1))), "")));
    }

    private static Optional<String> text(String part) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ApiKey key, long until) {
        return key.name() + "\n" + until + "\n" + key.hash();
    }
}
