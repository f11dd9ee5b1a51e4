package org.citestream.kit.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A key's entry, without the key itself. Immutable.
 *
 * @param scopes what it allows, as the file writes them
 * @param hash SHA-256 of the key's UTF-8 bytes, in lower-case hexadecimal
 */
public record ApiKey(String name, Set<String> scopes, String hash) {

    private static final int FIELDS = 4;

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** Reads {@code NAME SCOPE[,SCOPE] SHA256HEX CREATED}; empty for a line that says something else. */
    static Optional<ApiKey> parse(String line) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length < FIELDS) {
            return Optional.empty();
        }
        return Optional.of(new ApiKey(
                fields[0], Set.copyOf(List.of(fields[1].split(",", -1))), fields[2].toLowerCase(Locale.ROOT)));
    }
}
