package org.citestream.kit.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The network address that a request really comes from, for limits on each client: behind a proxy that we trust the one
 * that it saw. Networks of IPv6 count as one client, since whoever has one address has 2<sup>64</sup>. Thread-safe.
 */
@ApplicationScoped
public class ClientAddresses {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final int IPV6_NETWORK_BYTES = 8;

    private final List<AddressBlock> proxies;

    /**
     * @param proxies addresses, or blocks such as {@code 10.0.0.0/8}, of proxies that append whom they serve to {@code
     *     X-Forwarded-For}; that header of anybody else counts for nothing
     * @throws IllegalArgumentException if one of them cannot be read
     */
    public ClientAddresses(@ConfigProperty(name = "citestream.trusted-proxies") Optional<List<String>> proxies) {
        this.proxies = proxies.orElse(List.of()).stream()
                .map(String::strip)
                .map(AddressBlock::parse)
                .toList();
    }

    /** The client's address, or its network; empty when the connection is gone. */
    public String of(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        if (remote == null || remote.hostAddress() == null) {
            return "";
        }
        Optional<InetAddress> client = address(remote.hostAddress());
        List<String> hops = request.headers().getAll(FORWARDED).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        // From the right: entries further left were written by the proxy's client.
        for (int i = hops.size() - 1; i >= 0 && client.filter(this::isTrusted).isPresent(); i--) {
            Optional<InetAddress> before = address(hops.get(i));
            if (before.isEmpty()) {
                break;
            }
            client = before;
        }
        return client.map(ClientAddresses::limited).orElse(remote.hostAddress());
    }

    private boolean isTrusted(InetAddress address) {
        return proxies.stream().anyMatch(block -> block.holds(address));
    }

    private static String limited(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length <= Integer.BYTES || address.isLoopbackAddress()
                ? address.getHostAddress()
                : HexFormat.of().formatHex(bytes, 0, IPV6_NETWORK_BYTES) + "/64";
    }

    /** Never resolves a name. */
    static Optional<InetAddress> address(String written) {
        String bare = written.startsWith("[") && written.contains("]")
                ? written.substring(1, written.indexOf(']'))
                : written.replaceFirst("^([0-9.]+):[0-9]+$", "$1");
        if (!bare.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%[0-9a-zA-Z]+)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
