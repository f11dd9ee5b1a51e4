package org.citestream.kit.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a request comes from: this machine, this site's own pages, or another site's. Immutable. */
public final class RequestOrigin {

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> OWN_FETCHES = Set.of("same-origin", "none");
    private static final List<String> PROXIED =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

    private final String site;
    private final boolean siteOfThisMachine;

    private RequestOrigin(String site, boolean siteOfThisMachine) {
        this.site = site;
        this.siteOfThisMachine = siteOfThisMachine;
    }

    /** For a service that shows pages at its public address. */
    public static RequestOrigin ofPagesAt(String publicUrl) {
        return new RequestOrigin(authorityOf(publicUrl), isOfThisMachine(publicUrl));
    }

    /**
     * For a service without pages of its own.
     *
     * @param publicUrl of the index; absent: it is not meant for the outside
     */
    public static RequestOrigin withoutPages(Optional<String> publicUrl) {
        return new RequestOrigin(
                "", publicUrl.map(RequestOrigin::isOfThisMachine).orElse(true));
    }

    private static boolean isOfThisMachine(String publicUrl) {
        return LOCAL_NAMES.contains(authorityOf(publicUrl).replaceFirst(":[0-9]+$", ""));
    }

    /**
     * Whether the request cannot come from another site's page. Browsers send the page's origin with every request that
     * writes; a request without one is not from a browser.
     */
    public boolean isOwn(HttpServerRequest request) {
        String fetch = request.getHeader("Sec-Fetch-Site");
        if (fetch != null && !OWN_FETCHES.contains(fetch)) {
            return false;
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        String page = authorityOf(origin);
        HostAndPort asked = request.authority();
        return !page.isEmpty()
                && (page.equals(site)
                        || (asked != null && page.equals(asked.toString().toLowerCase(Locale.ROOT))));
    }

    /** Whether the public address names this machine, so that nobody else is meant to reach it. */
    public boolean isSiteOfThisMachine() {
        return siteOfThisMachine;
    }

    /** From a process on this machine, addressed by a name of this machine, not forwarded by a proxy. */
    public boolean isThisMachine(HttpServerRequest request) {
        // Not the Host header: HTTP/2 has none. The name counts, so that a foreign name that leads here does not.
        HostAndPort asked = request.authority();
        return isLoopback(request.remoteAddress())
                && asked != null
                && LOCAL_NAMES.contains(asked.host().toLowerCase(Locale.ROOT))
                && PROXIED.stream().noneMatch(header -> request.getHeader(header) != null)
                && isOwn(request);
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

    private static String authorityOf(String address) {
        try {
            String authority = URI.create(address).getRawAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
