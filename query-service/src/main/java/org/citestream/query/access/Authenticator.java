package org.citestream.query.access;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.citestream.kit.access.ApiKey;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.Credentials;
import org.citestream.kit.access.IssuedTokens;
import org.citestream.kit.access.RequestOrigin;
import org.citestream.kit.problem.Problem;
import org.jboss.logging.Logger;

/**
 * Determines who sent a request: by {@code Authorization: Bearer KEY}, where a token may stand for the key, else by a browser's session, else it is this
 * machine if there are no keys and the public address is local. Reads a file, so it must not be called on an event
 * loop. Thread-safe.
 */
@Singleton
public record Authenticator(ApiKeys keys, IssuedTokens tokens, Sessions sessions, RequestOrigin origin) {

    private static final Logger LOG = Logger.getLogger(Authenticator.class);
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** For routes that {@link Requires} does not cover: why the request is refused; empty if it is allowed. */
    public Optional<Problem> refusal(HttpServerRequest request, Scope needed) {
        return authorization(request).refusal(needed);
    }

    Authorization authorization(HttpServerRequest request) {
        try {
            Credentials credentials = Credentials.of(request, keys, tokens, origin);
            if (credentials instanceof Credentials.Key known) {
                return known(known.key());
            }
            if (credentials instanceof Credentials.BadToken bad) {
                return new Authorization.TokenRefused(bad.why());
            }
            return switch ((Credentials.None) credentials) {
                case THIS_MACHINE -> Authorization.Authenticated.thisMachine();
                case NO_KEYS -> Authorization.Refused.NO_KEYS;
                case KEYS_REQUIRED -> Authorization.Refused.KEYS_REQUIRED;
                case KEY_MISSING -> withoutKey(request);
                case KEY_UNKNOWN -> Authorization.Refused.KEY_UNKNOWN;
                case ISSUER_AWAY -> Authorization.Refused.ISSUER_AWAY;
            };
        } catch (UncheckedIOException unreadable) {
            LOG.error("Nobody may write", unreadable);
            return Authorization.Refused.KEYS_UNREADABLE;
        }
    }

    private Authorization withoutKey(HttpServerRequest request) {
        Cookie cookie = request.getCookie(Sessions.COOKIE);
        return cookie == null || request.getHeader("Authorization") != null
                ? Authorization.Refused.KEY_MISSING
                : session(request, cookie.getValue());
    }

    void announce(@Observes StartupEvent started) {
        keys.announce(tokens, origin, "ingest,curate,operate");
    }

    private Authorization session(HttpServerRequest request, String cookie) {
        if (!READS.contains(request.method()) && !origin.isOwn(request)) {
            return Authorization.Refused.FOREIGN_PAGE;
        }
        return sessions.key(cookie).<Authorization>map(Authenticator::known).orElse(Authorization.Refused.SESSION_OVER);
    }

    private static Authorization.Authenticated known(ApiKey key) {
        return new Authorization.Authenticated(key.name(), Scope.named(key.scopes()));
    }
}
