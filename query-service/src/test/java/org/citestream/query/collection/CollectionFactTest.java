package org.citestream.query.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The records of citations.collections.v1 are those of the contract, from both sides. */
class CollectionFactTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"CollectionDescribed", "WorkCollected"})
    void shouldReadAndWriteTheGoldenRecord(String type) throws IOException {
        // Given
        JsonNode golden = contract("examples/" + type + ".json");
        ObjectNode newer = golden.path("value").deepCopy();
        newer.put("addedByALaterVersion", true);
        // When
        CollectionFact fact = CollectionFact.read(type, JSON.writeValueAsBytes(newer));
        // Then
        assertThat(JSON.readTree(fact.value())).isEqualTo(golden.path("value"));
        assertThat(fact.key()).isEqualTo(golden.path("key").asText());
        assertThat(fact.revision()).isEqualTo(golden.at("/headers/revision").asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CollectionDescribed", "WorkCollected"})
    void shouldRefuseWhatLacksAFieldThatTheSchemaRequires(String type) throws IOException {
        // Given
        JsonNode golden = contract("examples/" + type + ".json").path("value");
        for (JsonNode required : contract("schemas/" + type + ".schema.json").path("required")) {
            ObjectNode without = golden.deepCopy();
            without.remove(required.asText());
            boolean hasDefault = !golden.path(required.asText()).isTextual();
            // When, Then
            if (!hasDefault) {
                assertThatThrownBy(() -> CollectionFact.read(type, JSON.writeValueAsBytes(without)))
                        .as(required.asText())
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private static JsonNode contract(String file) throws IOException {
        try (InputStream stream = CollectionFactTest.class.getClassLoader().getResourceAsStream("contracts/" + file)) {
            return JSON.readTree(stream);
        }
    }
}
