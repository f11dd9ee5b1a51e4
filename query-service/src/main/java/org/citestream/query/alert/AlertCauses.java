package org.citestream.query.alert;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.vocabulary.Cause;

/** The causes of change that an alert reports; by default news, not our own housekeeping. */
public record AlertCauses(Set<Cause> wanted) {

    /** Article, correction and notice. */
    public static final AlertCauses USUAL = new AlertCauses(EnumSet.of(Cause.ARTICLE, Cause.CORRECTION, Cause.NOTICE));

    public AlertCauses {
        wanted = Set.copyOf(wanted);
    }

    /**
     * The named causes, or the default if none is named.
     *
     * @throws BadParameterException for one that does not exist
     */
    public static AlertCauses of(Collection<String> names) {
        return names.isEmpty()
                ? USUAL
                : new AlertCauses(names.stream().map(AlertCauses::named).collect(Collectors.toSet()));
    }

    private static Cause named(String name) {
        return Cause.NAMES
                .find(name)
                .orElseThrow(() -> new BadParameterException(
                        "causes",
                        "'" + name + "' is none of "
                                + Cause.NAMES.all().stream().sorted().collect(Collectors.joining(", "))));
    }

    /** Reads what {@link #toString()} wrote. */
    static AlertCauses parse(String written) {
        return new AlertCauses(
                Arrays.stream(written.split(",", -1)).map(Cause.NAMES::of).collect(Collectors.toSet()));
    }

    /** In alphabetical order. */
    public List<String> names() {
        return wanted.stream().map(Cause::wireName).sorted().toList();
    }

    boolean have(Cause cause) {
        return wanted.contains(cause);
    }

    @Override
    public String toString() {
        return String.join(",", names());
    }
}
