package org.citestream.query.vocabulary;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ORCID iDs of persons: bare, as {@code 0000-0002-1825-0097}, they are names of authors beside the printed ones. Stateless. */
public final class Orcid {

    private static final int LENGTH = 19;
    private static final Pattern BARE = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]");
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(?:https?://)?orcid\\.org/|orcid:\\s*)?(" + BARE.pattern() + ")/?", Pattern.CASE_INSENSITIVE);

    private Orcid() {}

    /** Whether a name of an author is one. */
    public static boolean is(String name) {
        return name.length() == LENGTH && BARE.matcher(name).matches();
    }

    /** The bare one that somebody wrote, with its address or without; empty if it is none. */
    public static Optional<String> bare(String written) {
        Matcher match = WRITTEN.matcher(written.strip());
        return match.matches() ? Optional.of(match.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
