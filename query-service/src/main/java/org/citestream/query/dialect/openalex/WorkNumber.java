package org.citestream.query.dialect.openalex;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.publication.Slug;

/** What OpenAlex' clients name works by: W and a number, ours a hash of the CURIE. Stateless. */
final class WorkNumber {

    private static final Pattern WRITTEN =
            Pattern.compile("(?:https?://[^?#]*/)?W(\\d{1,16})", Pattern.CASE_INSENSITIVE);

    private WorkNumber() {}

    static String of(String curie) {
        return "W" + Slug.number(curie);
    }

    /** The number, bare or behind an address; empty if it is none. */
    static Optional<Long> parse(String written) {
        Matcher number = WRITTEN.matcher(written.strip());
        return number.matches() ? Optional.of(Long.valueOf(number.group(1))) : Optional.empty();
    }
}
