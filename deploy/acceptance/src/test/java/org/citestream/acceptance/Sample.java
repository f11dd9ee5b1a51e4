package org.citestream.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A sample article and what must come out of it.
 *
 * @param name its file's name without ending
 */
record Sample(String name, String xml, JsonNode expected) {

    String fileName() {
        return name + ".xml";
    }

    /** The publication's id, or {@code ref:} where it has none of its own. */
    String id() {
        return expected.path("publication").path("id").asText();
    }

    int statements() {
        return expected.path("statements").size();
    }

    int references() {
        return expected.path("references").size();
    }
}
