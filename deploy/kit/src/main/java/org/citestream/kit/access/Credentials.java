package org.citestream.kit.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * What a request proves about its sender, by the rule that all services share: while there is a file of keys or an issuer
 * of tokens, whoever writes needs one of them; without, only this machine may write, and only if the index is not meant for
 * the outside.
 */
public sealed interface Credentials {

    /** A known key, or a genuine token. */
    record Key(ApiKey key) implements Credentials {}

    /** A token that is not genuine; {@code why} completes "The token is refused: ". */
    record BadToken(String why) implements Credentials {}

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
        KEY_UNKNOWN,
        /** The request has a token, and the issuer that can vouch for it does not answer. */
        ISSUER_AWAY
    }

    /**
     * The credentials of a request. Reads a file and may ask an issuer, so it must not run on an event loop.
     *
     * @throws java.io.UncheckedIOException if the file of keys cannot be read
     */
    static Credentials of(HttpServerRequest request, ApiKeys keys, IssuedTokens tokens, RequestOrigin origin) {
        if (!keys.exist() && tokens.issuer().isEmpty()) {
            if (!origin.isSiteOfThisMachine()) {
                return None.KEYS_REQUIRED;
            }
            return origin.isThisMachine(request) ? None.THIS_MACHINE : None.NO_KEYS;
        }
        return secret(request).map(secret -> of(secret, keys, tokens)).orElse(None.KEY_MISSING);
    }

    private static Credentials of(String secret, ApiKeys keys, IssuedTokens tokens) {
        if (tokens.issuer().isEmpty() || !IssuedTokens.isToken(secret)) {
            return keys.withSecret(secret).<Credentials>map(Key::new).orElse(None.KEY_UNKNOWN);
        }
        IssuedTokens.Verdict verdict = tokens.check(secret);
        if (verdict instanceof IssuedTokens.Verdict.Genuine genuine) {
            return new Key(genuine.key());
        }
        return verdict instanceof IssuedTokens.Verdict.Refused refused ? new BadToken(refused.why()) : None.ISSUER_AWAY;
    }

    /** The secret that a request shows, whether a key has it or not. */
    static Optional<String> secret(HttpServerRequest request) {
        String bearer = "bearer ";
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(given -> given.regionMatches(true, 0, bearer, 0, bearer.length()))
                .map(given -> given.substring(bearer.length()).strip());
    }
}
