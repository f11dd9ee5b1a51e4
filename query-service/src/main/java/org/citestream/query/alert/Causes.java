package org.citestream.query.alert;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.citestream.query.problem.BadParameter;

/** Why something changed, as far as an alert cares; by default what is news, not what is our own housekeeping. */
public record Causes(List<String> names) {

    private static final List<String> ALL =
            List.of("article", "correction", "identity", "model", "notice", "rebuild", "withdrawal");

    /** Article, correction and notice. */
    public static final Causes USUAL = new Causes(List.of("article", "correction", "notice"));

    public Causes {
        names = List.copyOf(new TreeSet<>(names));
    }

    /**
     * Those named, or the usual if none is.
     *
     * @throws BadParameter for one that does not exist
     */
    public static Causes of(Collection<String> names) {
        if (names.isEmpty()) {
            return USUAL;
        }
        for (String name : names) {
            if (!ALL.contains(name)) {
                throw new BadParameter("causes", "'" + name + "' is none of " + String.join(", ", ALL));
            }
        }
        return new Causes(List.copyOf(names));
    }

    static Causes parse(String written) {
        return new Causes(List.of(written.split(",")));
    }

    boolean have(String cause) {
        return names.contains(cause);
    }

    @Override
    public String toString() {
        return String.join(",", names);
    }
}
