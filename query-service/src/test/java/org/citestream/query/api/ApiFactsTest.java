package org.citestream.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiFactsTest {

    private static final String API = """
            {"paths": {"/papers/{id}": {"get": {
              "summary": "A paper",
              "parameters": [
                {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                {"name": "type", "in": "query", "schema": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}}}],
              "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Paper"}}}}}}}},
             "components": {"schemas": {"Paper": {"required": ["id"], "properties": {
               "id": {"type": "string"}, "at": {"type": ["string", "null"], "format": "date"}}}, "Unnamed": {"type": "object"}}}}
            """;

    @Test
    void shouldWriteALineForEachFactButNoneForTextsAndUnusedSchemas() {
        assertThat(ApiFacts.of(API))
                .containsExactly(
                        "GET /papers/{id}",
                        "GET /papers/{id} -> 200 application/json: Paper",
                        "GET /papers/{id} path id (required): string",
                        "GET /papers/{id} query type: list of string = a | b",
                        "schema Paper.at: string or null (date)",
                        "schema Paper.id (required): string");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "/papers/{id}"    | "/paper/{id}"
            "get"             | "post"
            "name": "type"    | "name": "kind"
            "b"               | "b", "c"
            "200"             | "404"
            schemas/Paper     | schemas/Article
            "at"              | "on"
            "format": "date"  | "format": "date-time"
            """)
    void shouldDifferWhenAProgramWouldNotice(String before, String after) {
        assertThat(ApiFacts.of(API.replace(before, after))).isNotEqualTo(ApiFacts.of(API));
    }
}
