package org.citestream.ingest.parse;

import java.util.HashMap;
import java.util.Map;

/** Which elements of a vocabulary have which role; all others are inline. */
final class Roles {
    private final Map<String, Role> byElement = new HashMap<>();

    void put(Role role, String... elements) {
        for (String element : elements) {
            byElement.put(element, role);
        }
    }

    Role of(String element) {
        return Vocabulary.roleIn(byElement, element);
    }
}
