package org.citestream.query.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.citestream.query.problem.Problem;
import org.jboss.logging.Logger;

/**
 * Tells who sent a request: {@code Authorization: Bearer KEY}, else a browser's session, else, while there are no keys,
 * this machine. Looks at a file, so not for event loops. Thread-safe.
 */
@ApplicationScoped
public class Gate {

    private static final Logger LOG = Logger.getLogger(Gate.class);
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String BEARER = "bearer ";

    private final Keys keys;
    private final Sessions sessions;
    private final Origin origin;

    Gate(Keys keys, Sessions sessions, Origin origin) {
        this.keys = keys;
        this.sessions = sessions;
        this.origin = origin;
    }

    /** For routes that {@link Requires} does not reach: why the request may not do this; empty lets it pass. */
    public Optional<Problem> refusal(HttpServerRequest request, Scope needed) {
        return standing(request).refusal(needed);
    }

    Standing standing(HttpServerRequest request) {
        try {
            if (keys.all().isEmpty()) {
                return origin.isThisMachine(request) ? Standing.Known.thisMachine() : Standing.Refused.NO_KEYS;
            }
            String authorization = request.getHeader("Authorization");
            if (authorization != null) {
                return bearer(authorization);
            }
            Cookie cookie = request.getCookie(Sessions.COOKIE);
            return cookie == null ? Standing.Refused.KEY_MISSING : session(request, cookie.getValue());
        } catch (UncheckedIOException unreadable) {
            LOG.error("Nobody may write", unreadable);
            return Standing.Refused.KEYS_UNREADABLE;
        }
    }

    private Standing bearer(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Standing.Refused.KEY_MISSING;
        }
        return keys.withSecret(authorization.substring(BEARER.length()).strip())
                .<Standing>map(Gate::known)
                .orElse(Standing.Refused.KEY_UNKNOWN);
    }

    private Standing session(HttpServerRequest request, String cookie) {
        if (!READS.contains(request.method()) && !origin.isOwn(request)) {
            return Standing.Refused.FOREIGN_PAGE;
        }
        return sessions.key(cookie).<Standing>map(Gate::known).orElse(Standing.Refused.SESSION_OVER);
    }

    private static Standing.Known known(ApiKey key) {
        return new Standing.Known(key.name(), key.scopes());
    }
}
