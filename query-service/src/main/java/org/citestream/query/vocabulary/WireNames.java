package org.citestream.query.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The names by which the contracts know a closed set, none of whose values stands for the unknown. Immutable. */
public final class WireNames<E> {

    private final Map<String, E> byName = new LinkedHashMap<>();
    private final String what;

    /**
     * @param values all constants of an enum, in the order of the contracts
     * @param what one of them is called in words
     */
    WireNames(E[] values, Function<E, String> name, String what) {
        for (E value : values) {
            byName.put(name.apply(value), value);
        }
        this.what = what;
    }

    /** The value of that name, or empty if there is none. */
    public Optional<E> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The value that the log names.
     *
     * @throws IllegalArgumentException for a name that this version does not know
     */
    public E of(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is no %s that this version knows; it knows %s".formatted(name, what, all())));
    }

    /** All names, in the order of the contracts. */
    public List<String> all() {
        return List.copyOf(byName.keySet());
    }
}
