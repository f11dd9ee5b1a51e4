package org.citestream.query.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of the log are those of deploy/contracts, no more and no fewer. */
class ContractWordsTest {

    private static final Set<ChangeType> NOTICES =
            EnumSet.range(ChangeType.NOTICE_ISSUED, ChangeType.CITED_NOTICE_WITHDRAWN);

    @Test
    void shouldHaveTheChangesThatTheTopicCarries() throws IOException {
        // When
        JsonNode messages = contract(new ObjectMapper(new YAMLFactory()), "asyncapi.yaml")
                .path("channels")
                .path("citations.changes.v1")
                .path("messages");
        // Then
        assertThat(ChangeType.NAMES.all()).containsExactlyElementsOf(messages::fieldNames);
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveTheCausesThatTheSchemaAllows(ChangeType type) throws IOException {
        // When
        List<String> allowed = causes(type);
        // Then
        if (NOTICES.contains(type)) {
            assertThat(allowed).containsExactly(Cause.NOTICE.wireName());
        } else {
            assertThat(allowed).containsExactlyElementsOf(Cause.NAMES.all());
        }
    }

    @Test
    void shouldHaveTheTypesThatChangesCarry() throws IOException {
        // Given
        List<String> allowed = new ArrayList<>();
        // When
        contract(new ObjectMapper(), "schemas/common.schema.json")
                .at("/$defs/countedType/enum")
                .forEach(name -> allowed.add(name.asText()));
        // Then
        assertThat(allowed).containsExactlyInAnyOrderElementsOf(Codes.TYPE.names());
    }

    private static List<String> causes(ChangeType type) throws IOException {
        JsonNode cause = contract(new ObjectMapper(), "schemas/%s.schema.json".formatted(type.wireName()))
                .path("properties")
                .path("cause");
        List<String> allowed = new ArrayList<>();
        cause.path("enum").forEach(name -> allowed.add(name.asText()));
        if (cause.has("const")) {
            allowed.add(cause.path("const").asText());
        }
        return allowed;
    }

    private static JsonNode contract(ObjectMapper mapper, String file) throws IOException {
        try (InputStream stream = ContractWordsTest.class.getClassLoader().getResourceAsStream("contracts/" + file)) {
            return mapper.readTree(stream);
        }
    }
}
