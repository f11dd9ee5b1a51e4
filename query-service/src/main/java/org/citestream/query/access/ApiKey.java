package org.citestream.query.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A key that may write, without the key itself.
 *
 * @param hash SHA-256 of the key's UTF-8 bytes, in lower-case hexadecimal
 */
record ApiKey(String name, Set<Scope> scopes, String hash) {

    private static final int FIELDS = 4;

    ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** Reads {@code NAME SCOPE[,SCOPE] SHA256HEX CREATED}; empty for a line that says something else. */
    static Optional<ApiKey> parse(String line) {
        List<String> fields = List.of(line.strip().split("\\s+", -1));
        if (fields.size() < FIELDS) {
            return Optional.empty();
        }
        Set<Scope> scopes = List.of(fields.get(1).split(",", -1)).stream()
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toSet());
        return Optional.of(new ApiKey(fields.get(0), scopes, fields.get(2).toLowerCase(Locale.ROOT)));
    }
}
