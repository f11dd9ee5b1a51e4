package org.citestream.classify.decide;

import java.util.List;
import java.util.Optional;

/** A statement of which nothing but the sentence is known, for tests. */
public final class BareStatement {

    private BareStatement() {}

    public static Statement of(String text) {
        return new Statement(text, "", "", List.of(), List.of(), Optional.empty(), 1, "body", Optional.empty());
    }
}
