package org.citestream.query.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.Map;
import java.util.Set;

/** Lets the official client check structured content with the validator that our other tests use. */
final class OurSchemaValidator implements JsonSchemaValidator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @Override
    public ValidationResponse validate(Map<String, Object> schema, Object content) {
        Set<ValidationMessage> wrong = SCHEMAS.getSchema(
                        JSON.<com.fasterxml.jackson.databind.JsonNode>valueToTree(schema))
                .validate(JSON.valueToTree(content));
        return wrong.isEmpty()
                ? ValidationResponse.asValid(String.valueOf(content))
                : ValidationResponse.asInvalid(wrong.toString());
    }
}
