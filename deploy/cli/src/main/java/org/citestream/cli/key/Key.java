package org.citestream.cli.key;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;

/**
 * One line of the file of keys: {@code NAME SCOPE[,SCOPE] SHA256HEX CREATED}. The key itself is known only to its
 * owner.
 *
 * @param name letters, digits, dot, dash, underscore and at sign
 * @param hash SHA-256 of the key's UTF-8 bytes, in hexadecimal
 */
public record Key(String name, Set<Scope> scopes, String hash, Instant created) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int FIELDS = 4;

    public Key {
        if (!NAME.matcher(name).matches()) {
            throw new CliException(
                    ExitCode.NOT_RUNNING,
                    "A key's name has 1 to 64 letters, digits, dots, dashes, underscores or at signs, unlike: " + name);
        }
        if (scopes.isEmpty()) {
            throw new CliException(ExitCode.NOT_RUNNING, "A key needs at least one scope: ingest, curate or operate.");
        }
        scopes = Set.copyOf(scopes);
    }

    String line() {
        return name + " " + scopeList() + " " + hash + " " + created;
    }

    /** The scopes in a fixed order, parted by commas. */
    public String scopeList() {
        return new TreeSet<>(scopes).stream().map(Scope::name).collect(Collectors.joining(","));
    }

    /** The opposite of {@link #line()}. */
    static Key parse(String line) {
        List<String> fields = List.of(BLANKS.split(line.strip()));
        if (fields.size() != FIELDS) {
            throw new IllegalArgumentException(fields.size() + " fields instead of " + FIELDS);
        }
        Set<Scope> scopes = List.of(fields.get(1).split(",", -1)).stream()
                .map(Scope::valueOf)
                .collect(Collectors.toSet());
        return new Key(fields.get(0), scopes, fields.get(2), Instant.parse(fields.get(3)));
    }
}
