package org.citestream.kit.access;

import java.net.InetAddress;

/** Addresses that begin with the same bits. Immutable. */
record AddressBlock(InetAddress first, int bits) {

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address.
     *
     * @throws IllegalArgumentException if it is none
     */
    static AddressBlock parse(String written) {
        String[] parts = written.split("/", -1);
        InetAddress first = ClientAddresses.address(parts[0]).orElseThrow(() -> unreadable(written));
        int all = first.getAddress().length * Byte.SIZE;
        if (parts.length == 1) {
            return new AddressBlock(first, all);
        }
        if (parts.length > 2 || !parts[1].matches("[0-9]{1,3}") || Integer.parseInt(parts[1]) > all) {
            throw unreadable(written);
        }
        return new AddressBlock(first, Integer.parseInt(parts[1]));
    }

    boolean holds(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (ours[i] != theirs[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || (ours[whole] ^ theirs[whole]) >> (Byte.SIZE - rest) == 0;
    }

    private static IllegalArgumentException unreadable(String written) {
        return new IllegalArgumentException(
                "citestream.trusted-proxies: '" + written + "' is no address and no block such as 10.0.0.0/8");
    }
}
