package org.citestream.query.report;

import java.util.List;

/** The small integers that stand for closed sets in the view (see its migration), and their names. */
public enum Codes {
    TYPE("unclassified", "supporting", "mentioning", "contrasting"),
    SECTION(Facet.UNKNOWN, "introduction", "methods", "results", "discussion", "other"),
    POSITION(Facet.UNKNOWN, "body", "caption", "table", "footnote", "abstract", "heading"),
    RELATIONSHIP(Facet.UNKNOWN, "self", "independent"),
    INTENT(Facet.UNKNOWN, "background", "method", "result");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    Codes(String... names) {
        this.names = List.of(names);
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

    short code(String name) {
        return (short) names.indexOf(name);
    }

    Short[] codes(List<String> chosen) {
        return chosen.stream().map(this::code).toArray(Short[]::new);
    }
}
