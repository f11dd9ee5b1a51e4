package org.citestream.query.vocabulary;

import java.util.Arrays;
import java.util.List;

/** The names of the closed sets by the small integers that stand for them in the view. */
public enum Codes {
    TYPE(CitationType.values()),
    SECTION(Section.values()),
    POSITION(Position.values()),
    RELATIONSHIP(Relationship.values()),
    INTENT(Intent.values());

    @SuppressWarnings("ImmutableEnumChecker") // made by toList
    private final List<String> names;

    Codes(Coded[] values) {
        this.names = Arrays.stream(values).map(Coded::wireName).toList();
    }

    /** All names, in the order of their codes. */
    List<String> names() {
        return names;
    }

    /** The name of a code; a code of a newer schema is unknown. */
    public String name(int code) {
        return code >= 0 && code < names.size() ? names.get(code) : Facet.UNKNOWN;
    }

    /** The name, or null where nothing is known. */
    public String knownName(int code) {
        String name = name(code);
        return name.equals(Facet.UNKNOWN) ? null : name;
    }

    public short code(String name) {
        return (short) names.indexOf(name);
    }

    public Short[] codes(List<String> chosen) {
        return chosen.stream().map(this::code).toArray(Short[]::new);
    }
}
