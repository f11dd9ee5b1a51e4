package org.citestream.ingest.arrival.access;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.citestream.ingest.arrival.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets only those write who may: {@code Authorization: Bearer KEY} with scope {@code ingest}, or this machine. */
class WriteAccess {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String SCOPE = "ingest";
    private static final String BEARER = "bearer ";

    private static final List<String> PROXIED =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");
    private static final Set<String> OWN_FETCHES = Set.of("same-origin", "none");
    private static final Logger LOG = Logger.getLogger(WriteAccess.class);

    private final ApiKeys keys;
    private final boolean siteOfThisMachine;

    /** @param site the address of the index as the outside sees it; absent: it is not meant for the outside */
    WriteAccess(ApiKeys keys, @ConfigProperty(name = "citestream.public-url") Optional<String> site) {
        this.keys = keys;
        this.siteOfThisMachine =
                site.map(WriteAccess::hostOf).map(LOCAL_NAMES::contains).orElse(true);
    }

    /** Says once who may write, so that nobody learns it from a refusal, or from a stranger. */
    void announce(@Observes StartupEvent started) {
        if (keys.exist()) {
            announceKeys();
        } else if (siteOfThisMachine) {
            LOG.info("Writing is open to this machine alone, since there are no keys");
        } else {
            LOG.warn("Nobody may write: citestream.public-url is an address of the outside and there are no keys."
                    + " Add one: deploy/citestream key add NAME --scope ingest");
        }
    }

    /** A file that cannot be read keeps writers out; it does not keep the service from starting. */
    private void announceKeys() {
        try {
            LOG.infof("Writing needs a key; %d known", keys.count());
        } catch (UncheckedIOException unreadable) {
            LOG.error("Nobody may write", unreadable);
        }
    }

    /** Null lets the request pass. Reads a file, so it must not run on the event loop. */
    @ServerRequestFilter(preMatching = false)
    Response check(ContainerRequestContext request, HttpServerRequest connection) {
        if (READS.contains(request.getMethod())) {
            return null;
        }
        if (!keys.exist()) {
            return siteOfThisMachine && isLocal(request, connection)
                    ? null
                    : refuse(
                            403,
                            "no-keys",
                            (siteOfThisMachine
                                            ? "No keys exist, so only this machine may write. Add one:"
                                            : "This index can be reached from outside, and no keys exist, so nobody may"
                                                    + " write. Add one:")
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

    /** From this machine, not handed on by a proxy, and not by a page of another site that a browser here has open. */
    private static boolean isLocal(ContainerRequestContext request, HttpServerRequest connection) {
        String origin = request.getHeaderString("Origin");
        String fetch = request.getHeaderString("Sec-Fetch-Site");
        // Not the Host header: HTTP/2 has none.
        HostAndPort asked = connection.authority();
        return isLoopback(connection.remoteAddress())
                && asked != null
                && LOCAL_NAMES.contains(asked.host().toLowerCase(Locale.ROOT))
                && PROXIED.stream().noneMatch(header -> connection.getHeader(header) != null)
                && (fetch == null || OWN_FETCHES.contains(fetch))
                && (origin == null || authorityOf(origin).equalsIgnoreCase(asked.toString()));
    }

    private static String authorityOf(String address) {
        try {
            String authority = URI.create(address).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException malformed) {
            return "";
        }
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
