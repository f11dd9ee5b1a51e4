package org.citestream.query.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A closed set of values by code and by name; the first stands for everything that this version does not know. Immutable. */
final class Vocabulary<E extends Coded> {

    private final List<E> byCode;
    private final Map<String, E> byName = new HashMap<>();

    /** @param values all constants of an enum, in their order */
    Vocabulary(E[] values) {
        byCode = List.of(values);
        byCode.forEach(value -> byName.put(value.wireName(), value));
    }

    E ofCode(int code) {
        return code >= 0 && code < byCode.size() ? byCode.get(code) : byCode.get(0);
    }

    E ofWireName(String name) {
        return byName.getOrDefault(name, byCode.get(0));
    }
}
