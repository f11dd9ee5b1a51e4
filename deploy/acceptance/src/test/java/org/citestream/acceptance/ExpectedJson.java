package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Compares a line of {@code extract} with the gold beside a sample: every field the gold names, and no more works. */
final class ExpectedJson {

    /** Fields that must be absent where the gold has none. */
    private static final List<String> OPTIONAL = List.of("label", "doi", "pmid", "before", "after", "secType");

    private ExpectedJson() {}

    static void assertMatches(JsonNode actual, JsonNode expected) {
        assertMatches("", actual, expected);
    }

    private static void assertMatches(String path, JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            expected.properties().forEach(field -> {
                // What classify-service decides; file names differ between ways in.
                if (field.getKey().equals("expectedRelationship")) {
                    assertThat(actual.path("relationship"))
                            .as(path + "/relationship")
                            .isEqualTo(field.getValue());
                } else if (!field.getKey().startsWith("expected")
                        && !field.getKey().equals("file")) {
                    assertMatches(path + "/" + field.getKey(), actual.path(field.getKey()), field.getValue());
                }
            });
            for (String field : OPTIONAL) {
                assertThat(actual.has(field))
                        .as(path + "/" + field + " present")
                        .isEqualTo(expected.has(field));
            }
        } else if (expected.isArray()) {
            assertThat(actual).as("%s: %s", path, actual).hasSize(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertMatches(path + "/" + i, actual.path(i), expected.path(i));
            }
        } else if (expected.asText().equals("ref:")) {
            assertThat(actual.asText()).as(path).matches("ref:[0-9a-f]{64}");
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }
}
