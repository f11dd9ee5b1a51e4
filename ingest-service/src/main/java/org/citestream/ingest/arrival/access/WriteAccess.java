package org.citestream.ingest.arrival.access;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.Credentials;
import org.citestream.kit.access.IssuedTokens;
import org.citestream.kit.access.RequestOrigin;
import org.citestream.kit.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Restricts writing to {@code Authorization: Bearer KEY} with scope {@code ingest}, a token in the place of the key, or
 * to this machine while there are neither.
 */
class WriteAccess {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SCOPE = "ingest";
    private static final String ADD = "Add one: deploy/citestream key add NAME --scope " + SCOPE;

    private final ApiKeys keys;
    private final IssuedTokens tokens;
    private final RequestOrigin origin;

    /** @param site the address of the index as the outside sees it; absent: it is not meant for the outside */
    WriteAccess(
            ApiKeys keys, IssuedTokens tokens, @ConfigProperty(name = "citestream.public-url") Optional<String> site) {
        this.keys = keys;
        this.tokens = tokens;
        this.origin = RequestOrigin.withoutPages(site);
    }

    void announce(@Observes StartupEvent started) {
        keys.announce(tokens, origin, SCOPE);
    }

    /** Null lets the request pass. Reads a file, so it must not run on the event loop. */
    @ServerRequestFilter(preMatching = false)
    Response check(ContainerRequestContext request, HttpServerRequest connection) {
        if (READS.contains(request.getMethod())) {
            return null;
        }
        Credentials credentials = Credentials.of(connection, keys, tokens, origin);
        if (credentials instanceof Credentials.Key known) {
            return known.key().scopes().contains(SCOPE)
                    ? null
                    : refuse(403, "scope-missing", "The key " + known.key().name() + " lacks the scope " + SCOPE + ".");
        }
        if (credentials instanceof Credentials.BadToken bad) {
            return refuse(401, "token-refused", "The token is refused: " + bad.why() + ".");
        }
        return switch ((Credentials.None) credentials) {
            case THIS_MACHINE -> null;
            case NO_KEYS -> refuse(403, "no-keys", "No keys exist, so only this machine may write. " + ADD);
            case KEYS_REQUIRED ->
                refuse(
                        403,
                        "no-keys",
                        "This index can be reached from outside, and no keys exist, so nobody may write. " + ADD);
            case KEY_MISSING -> refuse(401, "key-missing", "Send the header Authorization: Bearer KEY.");
            case KEY_UNKNOWN -> refuse(401, "key-unknown", "Unknown or revoked key.");
            case ISSUER_AWAY ->
                refuse(503, "issuer-away", "Whoever issued the token cannot be asked just now; send it again later.");
        };
    }

    private static Response refuse(int status, String name, String detail) {
        Response.ResponseBuilder response =
                Problem.named(name, title(status), status, detail).response();
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        } else if (status == 503) {
            response.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return response.build();
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "A key is needed";
            case 503 -> "Service unavailable";
            default -> "Not allowed";
        };
    }
}
