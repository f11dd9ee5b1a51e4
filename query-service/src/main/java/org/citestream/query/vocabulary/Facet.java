package org.citestream.query.vocabulary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the statements of a report are filtered and counted by. */
public enum Facet {
    SECTION("section", names(Section.values())),
    TYPE("type", names(CitationType.values())),
    YEAR("year", Set.of()),
    PUBLICATION_TYPE("publicationType", Set.of()),
    RELATIONSHIP("relationship", names(Relationship.values())),
    AUTHOR("author", Set.of()),
    JOURNAL("journal", Set.of()),
    POSITION("position", names(Position.values())),
    NOTICE("notice", Set.of("retraction", "withdrawal", "expression-of-concern", "erratum", "correction", Facet.NONE));

    /** The value of a single-valued facet where nothing is known. */
    public static final String UNKNOWN = "unknown";

    /** The value of a multi-valued facet where there is no value. */
    public static final String NONE = "none";

    private final String parameter;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> values;

    Facet(String parameter, Set<String> values) {
        this.parameter = parameter;
        this.values = values;
    }

    private static Set<String> names(Coded[] values) {
        return Arrays.stream(values).map(Coded::wireName).collect(Collectors.toUnmodifiableSet());
    }

    /** The name in JSON, in addresses and in queries. */
    public String parameter() {
        return parameter;
    }

    /** Whether one statement may have several values, so that the counts do not add up to the statements. */
    public boolean multiValued() {
        return this == AUTHOR || this == NOTICE;
    }

    /** Whether there are too many values to list them all in a report. */
    public boolean open() {
        return this == AUTHOR || this == JOURNAL;
    }

    /** The value as it is stored, or empty if this facet cannot have it. */
    Optional<String> accept(String value) {
        if (values.isEmpty()) {
            return Optional.of(value);
        }
        String lower = value.toLowerCase(Locale.ROOT);
        // Clients of scite's dialect say contradicting.
        String own = this == TYPE && lower.equals("contradicting") ? "contrasting" : lower;
        return Optional.of(own).filter(values::contains);
    }

    Set<String> allowed() {
        return values;
    }

    /** The facet of that parameter name. */
    public static Optional<Facet> named(String parameter) {
        for (Facet facet : values()) {
            if (facet.parameter.equals(parameter)) {
                return Optional.of(facet);
            }
        }
        return Optional.empty();
    }
}
