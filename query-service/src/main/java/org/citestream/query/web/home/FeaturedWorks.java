package org.citestream.query.web.home;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.citestream.query.vocabulary.CitationType;

/** The lists of works on the home page: those with statements of these types from the most distinct articles. */
public enum FeaturedWorks {
    ANSWERED("Discussed", "support or contrast", List.of(CitationType.SUPPORTING, CitationType.CONTRASTING)),
    SUPPORTED("Supported", "support", List.of(CitationType.SUPPORTING)),
    CONTRASTED("Contrasted", "contrast", List.of(CitationType.CONTRASTING));

    private final String words;
    private final String verb;

    @SuppressWarnings("ImmutableEnumChecker") // created by List.of
    private final List<CitationType> types;

    FeaturedWorks(String words, String verb, List<CitationType> types) {
        this.words = words;
        this.verb = verb;
        this.types = types;
    }

    /** Its heading on the page. */
    public String words() {
        return words;
    }

    /** What the counted articles do, in words. */
    public String verb() {
        return verb;
    }

    /** The types of the counted statements. */
    List<CitationType> types() {
        return types;
    }

    /** The path of the full list; the first one has none. */
    public String all() {
        return this == ANSWERED ? null : "/search?in=publications&order=" + parameter();
    }

    /** Its name in URLs. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The list with that name, else the first. */
    static FeaturedWorks named(String parameter) {
        return Stream.of(values())
                .filter(one -> one.parameter().equals(parameter))
                .findFirst()
                .orElse(ANSWERED);
    }
}
