package org.citestream.query.publication;

import java.util.Locale;
import java.util.Optional;

/** Parses a journal's ISSN, with or without its hyphen. Stateless. */
public final class Issn {

    private Issn() {}

    /**
     * {@code 1234-567X}; empty if the text is not an ISSN. The check digit is ignored, because printed ones are often
     * wrong.
     */
    public static Optional<String> of(String written) {
        String plain = written.strip().toUpperCase(Locale.ROOT).replaceFirst("^ISSN[: ]*", "");
        return plain.matches("\\d{4}-?\\d{3}[\\dX]")
                ? Optional.of(plain.substring(0, 4) + "-" + plain.substring(plain.length() - 4))
                : Optional.empty();
    }
}
