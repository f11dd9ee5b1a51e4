package org.citestream.query.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What an OpenAPI description promises to programs, a line for each fact: routes, parameters with their allowed values,
 * bodies, answers, and the properties of the schemas that these name. Texts and examples are for people and left out.
 */
final class ApiFacts {

    private final SortedSet<String> facts = new TreeSet<>();
    private final Set<String> schemas = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    private ApiFacts() {}

    static List<String> of(String openApi) {
        try {
            JsonNode api = new ObjectMapper().readTree(openApi);
            ApiFacts all = new ApiFacts();
            api.path("paths").properties().forEach(path -> path.getValue()
                    .properties()
                    .forEach(method -> all.route(
                            method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
            while (!all.waiting.isEmpty()) {
                String schema = all.waiting.removeFirst();
                all.schema(schema, api.path("components").path("schemas").path(schema));
            }
            return List.copyOf(all.facts);
        } catch (JsonProcessingException e) {
            throw new AssertionError(openApi, e);
        }
    }

    private void route(String route, JsonNode operation) {
        facts.add(route);
        operation
                .path("parameters")
                .forEach(parameter -> facts.add("%s %s %s%s: %s"
                        .formatted(
                                route,
                                parameter.path("in").asText(),
                                parameter.path("name").asText(),
                                required(parameter.path("required").asBoolean()),
                                type(parameter.path("schema")))));
        JsonNode body = operation.path("requestBody");
        contents(route + " body" + required(body.path("required").asBoolean()), body);
        operation.path("responses").properties().forEach(response -> {
            if (response.getValue().path("content").isEmpty()) {
                facts.add(route + " -> " + response.getKey());
            }
            contents(route + " -> " + response.getKey(), response.getValue());
        });
    }

    private void contents(String where, JsonNode withContent) {
        withContent
                .path("content")
                .properties()
                .forEach(media -> facts.add("%s %s: %s"
                        .formatted(where, media.getKey(), type(media.getValue().path("schema")))));
    }

    private void schema(String name, JsonNode schema) {
        if (!schema.has("properties")) {
            facts.add("schema %s: %s".formatted(name, type(schema)));
        }
        List<String> required = texts(schema.path("required"));
        schema.path("properties")
                .properties()
                .forEach(property -> facts.add("schema %s.%s%s: %s"
                        .formatted(
                                name,
                                property.getKey(),
                                required(required.contains(property.getKey())),
                                type(property.getValue()))));
    }

    private static String required(boolean required) {
        return required ? " (required)" : "";
    }

    /** A schema in a few words: {@code list of Tally}, {@code string (date-time)}, {@code string = a | b}. */
    private String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asText();
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            if (schemas.add(name)) {
                waiting.add(name);
            }
            return name;
        }
        if (schema.has("items")) {
            return "list of " + type(schema.path("items"));
        }
        if (schema.path("additionalProperties").isObject()) {
            return "map of " + type(schema.path("additionalProperties"));
        }
        List<String> words = new ArrayList<>();
        for (String parts : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(parts).forEach(part -> words.add(type(part)));
        }
        JsonNode types = schema.path("type");
        if (!types.isMissingNode()) {
            words.add(types.isTextual() ? types.asText() : String.join(" or ", texts(types)));
        }
        String written = words.isEmpty() ? "anything" : String.join(" or ", words);
        String format = schema.has("format") ? " (" + schema.path("format").asText() + ")" : "";
        String values = schema.has("enum")
                ? texts(schema.path("enum")).stream().collect(Collectors.joining(" | ", " = ", ""))
                : "";
        return written + format + values;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
