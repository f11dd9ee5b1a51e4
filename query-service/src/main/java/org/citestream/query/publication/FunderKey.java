package org.citestream.query.publication;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of funders in paths: those of the Funder Registry and of ROR, without their address. Stateless. */
public final class FunderKey {

    private static final Pattern REGISTERED =
            Pattern.compile("https://(?:doi\\.org/(10\\.13039/[0-9]+)|ror\\.org/(0[a-z0-9]{6}[0-9]{2}))");

    private FunderKey() {}

    /** The key of an address, which may be null; empty for one of another register. */
    public static Optional<String> of(String address) {
        Matcher match = address == null ? null : REGISTERED.matcher(address);
        if (match == null || !match.matches()) {
            return Optional.empty();
        }
        return Optional.of(match.group(1) == null ? match.group(2) : match.group(1));
    }

    /** The address of a key; empty for a name. */
    public static Optional<String> address(String key) {
        String address = (key.startsWith("10.") ? "https://doi.org/" : "https://ror.org/") + key;
        return of(address).map(same -> address);
    }
}
