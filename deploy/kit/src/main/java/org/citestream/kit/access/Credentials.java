package org.citestream.kit.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * What a request proves about its sender, by the rule that all services share: while there is a file of keys, whoever
 * writes needs one of them; without it, only this machine may write, and only if the index is not meant for the outside.
 */
public sealed interface Credentials {

    /** A known key. */
    record Key(ApiKey key) implements Credentials {}

    /** A request without a known key. */
    enum None implements Credentials {
        /** There are no keys, and the request comes from this machine. */
        THIS_MACHINE,
        /** There are no keys, and the request comes from elsewhere. */
        NO_KEYS,
        /** There are no keys, but the index can be reached from outside. */
        KEYS_REQUIRED,
        /** There are keys, and the request has none. */
        KEY_MISSING,
        /** The key is not, or no longer, among the known ones. */
        KEY_UNKNOWN
    }

    /**
     * The credentials of a request. Reads a file, so it must not run on an event loop.
     *
     * @throws java.io.UncheckedIOException if the file of keys cannot be read
     */
    static Credentials of(HttpServerRequest request, ApiKeys keys, RequestOrigin origin) {
        if (!keys.exist()) {
            if (!origin.isSiteOfThisMachine()) {
                return None.KEYS_REQUIRED;
            }
            return origin.isThisMachine(request) ? None.THIS_MACHINE : None.NO_KEYS;
        }
        return secret(request)
                .map(secret ->
                        keys.withSecret(secret).<Credentials>map(Key::new).orElse(None.KEY_UNKNOWN))
                .orElse(None.KEY_MISSING);
    }

    /** The secret that a request shows, whether a key has it or not. */
    static Optional<String> secret(HttpServerRequest request) {
        String bearer = "bearer ";
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(given -> given.regionMatches(true, 0, bearer, 0, bearer.length()))
                .map(given -> given.substring(bearer.length()).strip());
    }
}
