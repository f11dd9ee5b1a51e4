package org.citestream.query.aggregate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citestream.query.vocabulary.Orcid;

/** What works are summed by. */
public enum AggregateKind {
    /** By ORCID iD, else by name. */
    AUTHORS,
    /** By ISSN, else by name. */
    JOURNALS,
    /** By ROR id. */
    AFFILIATIONS,
    /** By id in ROR or the Funder Registry, else by name. */
    FUNDERS,
    /** By the year in which the works were published. */
    YEARS;

    private static final Pattern ISSN = Pattern.compile("(\\d{4})-?(\\d{3}[\\dXx])");
    private static final Pattern ROR = Pattern.compile("^(https?://)?ror\\.org/");

    /** The kind with that name in paths. */
    public static Optional<AggregateKind> named(String path) {
        return Stream.of(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }

    /** The name in paths. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key under which all ways of writing it come together. */
    public String key(String written) {
        String stripped = written.strip();
        return switch (this) {
            case AUTHORS -> Orcid.bare(stripped).orElse(stripped);
            case JOURNALS -> {
                var issn = ISSN.matcher(stripped);
                yield issn.matches() ? (issn.group(1) + "-" + issn.group(2)).toUpperCase(Locale.ROOT) : stripped;
            }
            case AFFILIATIONS -> ROR.matcher(stripped).replaceFirst("");
            case FUNDERS, YEARS -> stripped;
        };
    }

    /** Whether a key of a journal is its ISSN. */
    static boolean isIssn(String key) {
        return ISSN.matcher(key).matches();
    }
}
