package org.citestream.query.web.home;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.citestream.query.vocabulary.CitationType;

/** Which works the home page shows reports of: those that the most distinct articles say something of these types about. */
public enum FeaturedWorks {
    ANSWERED("Discussed", "support or contrast", List.of(CitationType.SUPPORTING, CitationType.CONTRASTING)),
    SUPPORTED("Supported", "support", List.of(CitationType.SUPPORTING)),
    CONTRASTED("Contrasted", "contrast", List.of(CitationType.CONTRASTING));

    private final String words;
    private final String verb;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<CitationType> types;

    FeaturedWorks(String words, String verb, List<CitationType> types) {
        this.words = words;
        this.verb = verb;
        this.types = types;
    }

    /** As the page calls it. */
    public String words() {
        return words;
    }

    /** What the articles do that count. */
    public String verb() {
        return verb;
    }

    /** Statements of which types count. */
    List<CitationType> types() {
        return types;
    }

    /** Where all such works are listed; the first list has no such place. */
    public String all() {
        return this == ANSWERED ? null : "/search?in=publications&order=" + parameter();
    }

    /** Its name in addresses. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, else the first. */
    static FeaturedWorks named(String parameter) {
        return Stream.of(values())
                .filter(one -> one.parameter().equals(parameter))
                .findFirst()
                .orElse(ANSWERED);
    }
}
