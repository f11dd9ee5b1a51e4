package org.citestream.ingest.article;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of funders as addresses, whatever form a file gives them in. Stateless. */
final class FunderIds {
    private static final Pattern REGISTRY = Pattern.compile("(?:10\\.13039/|^)(5011\\d{8}|1000\\d{5,8})(?!\\d)");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private FunderIds() {}

    /** {@code https://ror.org/…} or {@code https://doi.org/10.13039/…} of the Funder Registry; another address as it is. */
    static Optional<String> of(String given) {
        if (given == null) {
            return Optional.empty();
        }
        String text = given.strip();
        Optional<String> ror = RegisteredIds.ror(text);
        if (ror.isPresent()) {
            return ror.map(id -> "https://ror.org/" + id);
        }
        Matcher registry = REGISTRY.matcher(text);
        if (registry.find()) {
            return Optional.of("https://doi.org/10.13039/" + registry.group(1));
        }
        return ADDRESS.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
