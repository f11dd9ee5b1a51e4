package org.citestream.query.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key allows. */
public enum Scope {
    /** Send, withdraw and re-read articles. */
    INGEST,
    /** Correct labels. */
    CURATE,
    /** Inspect and repair the line. */
    OPERATE,
    /** Read, where reading needs a key; every other scope allows that too. */
    READ;

    /** As the file of keys and {@code deploy/citestream key add --scope} write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scopes named by these words, without those that this version does not know. */
    static Set<Scope> named(Set<String> words) {
        Set<Scope> scopes = Arrays.stream(values())
                .filter(scope -> words.contains(scope.word()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
        if (!scopes.isEmpty()) {
            scopes.add(READ);
        }
        return Set.copyOf(scopes);
    }
}
