package org.citestream.query.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The names of the closed sets by the small integers that stand for them in the view. */
public enum Codes {
    TYPE(0, CitationType.values()),
    SECTION(1, Section.values()),
    POSITION(2, Position.values()),
    RELATIONSHIP(3, Relationship.values()),
    INTENT(4, Intent.values());

    /** How many bits a code takes where several are packed into one number. */
    public static final int BITS = 4;

    /** Maximum number of codes in a set. */
    public static final int MOST = 1 << BITS;

    private final int place;

    @SuppressWarnings("ImmutableEnumChecker") // created by toList
    private final List<String> names;

    Codes(int place, Coded[] values) {
        this.place = place;
        if (values.length > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " codes");
        }
        this.names = Arrays.stream(values).map(Coded::wireName).toList();
    }

    /** All names, in the order of their codes. */
    List<String> names() {
        return names;
    }

    /** All names in the order of their codes, with the name of code 0, unknown, last. */
    List<String> choices() {
        return Stream.concat(names.stream().skip(1), names.stream().limit(1)).toList();
    }

    /** The lowest of its bits when the codes of one statement are packed into one number. */
    public int bit() {
        return place * BITS;
    }

    /** The name of a code; a code of a newer schema has the name of 0, so that sums stay exact. */
    public String name(int code) {
        return names.get(code >= 0 && code < names.size() ? code : 0);
    }

    /** The name, or null if unknown. */
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
