package org.citestream.ingest.arrival.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.citestream.ingest.arrival.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets only those write who may: {@code Authorization: Bearer KEY} with scope {@code ingest}, or this machine. */
class WriteAccess {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String SCOPE = "ingest";
    private static final String BEARER = "bearer ";

    private final ApiKeys keys;

    WriteAccess(ApiKeys keys) {
        this.keys = keys;
    }

    /** Null lets the request pass. Reads a file, so it must not run on the event loop. */
    @ServerRequestFilter(preMatching = false)
    Response check(ContainerRequestContext request, HttpServerRequest connection) {
        if (READS.contains(request.getMethod())) {
            return null;
        }
        if (keys.isEmpty()) {
            return isLocal(request, connection)
                    ? null
                    : refuse(
                            403,
                            "no-keys",
                            "No keys exist, so only this machine may write. Add one:"
                                    + " deploy/citestream key add NAME --scope ingest");
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return refuse(401, "key-missing", "Send the header Authorization: Bearer KEY.");
        }
        Optional<ApiKeys.ApiKey> key =
                keys.find(authorization.substring(BEARER.length()).strip());
        if (key.isEmpty()) {
            return refuse(401, "key-unknown", "This key is not known, or no longer.");
        }
        return key.get().scopes().contains(SCOPE)
                ? null
                : refuse(403, "scope-missing", "The key " + key.get().name() + " lacks the scope " + SCOPE + ".");
    }

    /** From this machine, and not on behalf of a page of another site that a browser here has open. */
    private static boolean isLocal(ContainerRequestContext request, HttpServerRequest connection) {
        String origin = request.getHeaderString("Origin");
        // Not the Host header: HTTP/2 has none.
        HostAndPort asked = connection.authority();
        return isLoopback(connection.remoteAddress())
                && asked != null
                && LOCAL_NAMES.contains(asked.host().toLowerCase(Locale.ROOT))
                && (origin == null || LOCAL_NAMES.contains(hostOf(origin)));
    }

    private static String hostOf(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static boolean isLoopback(SocketAddress address) {
        if (address == null || address.hostAddress() == null) {
            return false;
        }
        try {
            // An address, not a name: nothing is looked up.
            return InetAddress.getByName(address.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    private static Response refuse(int status, String name, String detail) {
        Response.ResponseBuilder response = Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(name, status == 401 ? "A key is needed" : "Not allowed", status, detail));
        return (status == 401 ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer") : response).build();
    }
}
