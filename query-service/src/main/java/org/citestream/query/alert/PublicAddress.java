package org.citestream.query.alert;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Whether an address belongs to the public internet. Refused are loopback, private, link-local, multicast, reserved and
 * documentation ranges of the IANA special-purpose registries (RFC 6890), and IPv6 addresses that carry such an IPv4
 * address inside (mapped, 6to4, NAT64, Teredo). Pure.
 */
final class PublicAddress {

    /** First address and prefix length. */
    private static final class AddressRange {

        private final byte[] start;
        private final int bits;

        private AddressRange(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static AddressRange of(String text) {
            int slash = text.indexOf('/');
            try {
                // A literal address, so nothing is looked up.
                return new AddressRange(
                        InetAddress.getByName(text.substring(0, slash)).getAddress(),
                        Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException impossible) {
                throw new IllegalArgumentException(text, impossible);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            int mask = (0xff << (8 - rest)) & 0xff;
            return Arrays.equals(address, 0, whole, start, 0, whole)
                    && (rest == 0 || (address[whole] & mask) == (start[whole] & mask));
        }
    }

    private static final List<AddressRange> REFUSED = List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001:db8::/32",
                    "2001::/23",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .stream()
            .map(AddressRange::of)
            .toList();

    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");
    private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (REFUSED.stream().anyMatch(range -> range.contains(bytes))) {
            return false;
        }
        if (address instanceof Inet4Address) {
            return true;
        }
        if (NAT64.contains(bytes)) {
            return isFour(bytes, 12);
        }
        return !SIX_TO_FOUR.contains(bytes) || isFour(bytes, 2);
    }

    private static boolean isFour(byte[] bytes, int from) {
        try {
            return is(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException impossible) {
            return false;
        }
    }
}
