package org.citestream.query.vocabulary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A closed set of values by code and by name; the first stands for everything that this version does not know. Immutable. */
final class Vocabulary<E extends Coded> {

    private final List<E> byCode;
    private final Map<String, E> byName = new HashMap<>();

    /** @param values with the codes 0, 1, 2 … in their order */
    Vocabulary(E[] values) {
        byCode = List.copyOf(Arrays.asList(values));
        for (int code = 0; code < byCode.size(); code++) {
            if (byCode.get(code).code() != code) {
                throw new IllegalArgumentException("codes count from 0 without a gap: " + byCode);
            }
            byName.put(byCode.get(code).wireName(), byCode.get(code));
        }
    }

    E ofCode(int code) {
        return code >= 0 && code < byCode.size() ? byCode.get(code) : byCode.get(0);
    }

    E ofWireName(String name) {
        return byName.getOrDefault(name, byCode.get(0));
    }
}
