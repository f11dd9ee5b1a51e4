package org.citestream.query.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key allows. */
public enum Scope {
    /** Send, withdraw and re-read articles. */
    INGEST,
    /** Correct labels. */
    CURATE,
    /** Look into and repair the line. */
    OPERATE;

    /** As the file of keys and {@code deploy/citestream key add --scope} write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a scope that this version does not know. */
    static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
