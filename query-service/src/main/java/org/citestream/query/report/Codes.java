package org.citestream.query.report;

import java.util.Arrays;
import java.util.List;
import org.citestream.query.statement.CitationType;
import org.citestream.query.statement.Coded;
import org.citestream.query.statement.Intent;
import org.citestream.query.statement.Position;
import org.citestream.query.statement.Relationship;
import org.citestream.query.statement.Section;

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
