package org.citestream.query.access;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.citestream.kit.access.ApiKey;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.RequestOrigin;
import org.citestream.kit.problem.Problem;
import org.jboss.logging.Logger;

/**
 * Determines who sent a request: by {@code Authorization: Bearer KEY}, else by a browser's session, else it is this
 * machine if there are no keys and the public address is local. Reads a file, so it must not be called on an event
 * loop. Thread-safe.
 */
@Singleton
public record Authenticator(ApiKeys keys, Sessions sessions, RequestOrigin origin) {

    private static final Logger LOG = Logger.getLogger(Authenticator.class);
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String BEARER = "bearer ";

    /** For routes that {@link Requires} does not cover: why the request is refused; empty if it is allowed. */
    public Optional<Problem> refusal(HttpServerRequest request, Scope needed) {
        return standing(request).refusal(needed);
    }

    Authorization standing(HttpServerRequest request) {
        try {
            if (!keys.exist()) {
                return withoutKeys(request);
            }
            String authorization = request.getHeader("Authorization");
            if (authorization != null) {
                return bearer(authorization);
            }
            Cookie cookie = request.getCookie(Sessions.COOKIE);
            return cookie == null ? Authorization.Refused.KEY_MISSING : session(request, cookie.getValue());
        } catch (UncheckedIOException unreadable) {
            LOG.error("Nobody may write", unreadable);
            return Authorization.Refused.KEYS_UNREADABLE;
        }
    }

    private Authorization withoutKeys(HttpServerRequest request) {
        if (!origin.isSiteOfThisMachine()) {
            return Authorization.Refused.KEYS_REQUIRED;
        }
        return origin.isThisMachine(request)
                ? Authorization.Authenticated.thisMachine()
                : Authorization.Refused.NO_KEYS;
    }

    void announce(@Observes StartupEvent started) {
        keys.announce(origin, "ingest,curate,operate");
    }

    private Authorization bearer(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Authorization.Refused.KEY_MISSING;
        }
        return keys.withSecret(authorization.substring(BEARER.length()).strip())
                .<Authorization>map(Authenticator::known)
                .orElse(Authorization.Refused.KEY_UNKNOWN);
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
