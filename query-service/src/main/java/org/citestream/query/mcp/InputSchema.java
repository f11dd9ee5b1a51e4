package org.citestream.query.mcp;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.citestream.query.vocabulary.Facet;

/** The arguments of a tool as JSON Schema (2020-12). Built by one thread, then only read. */
final class InputSchema {

    /** The description of an argument that names a work. */
    static final String ID =
            "A DOI (10.…, with or without doi: or https://doi.org/), or pmid:…, pmcid:PMC…, arxiv:…, ref:…";

    private static final int MOST_VALUES = 50;

    private final JsonObject properties = new JsonObject();
    private final JsonArray required = new JsonArray();

    InputSchema text(String name, String description) {
        return property(name, "string", description, new JsonObject());
    }

    InputSchema choice(String name, String description, Collection<String> values) {
        return property(name, "string", description, new JsonObject().put("enum", new JsonArray(List.copyOf(values))));
    }

    InputSchema flag(String name, String description) {
        return property(name, "boolean", description, new JsonObject());
    }

    /** A whole number from {@code least} to {@code most}. */
    InputSchema number(String name, String description, long least, long most) {
        return property(
                name,
                "integer",
                description,
                new JsonObject().put("minimum", least).put("maximum", most));
    }

    /** A list of at most {@code most} texts. */
    InputSchema texts(String name, String description, int most) {
        return property(
                name,
                "array",
                description,
                new JsonObject()
                        .put("items", new JsonObject().put("type", "string"))
                        .put("maxItems", most));
    }

    /** Any of these values. */
    InputSchema choices(String name, String description, Collection<String> values) {
        return property(
                name,
                "array",
                description,
                new JsonObject()
                        .put(
                                "items",
                                new JsonObject()
                                        .put("type", "string")
                                        .put("enum", new JsonArray(List.copyOf(values)))));
    }

    /** A filter for each facet, with the values that it may have. */
    InputSchema facets(Collection<Facet> facets) {
        for (Facet facet : facets) {
            if (!facet.choices().isEmpty()) {
                choices(facet.parameter(), facet.legend() + ": any of these", facet.choices());
            } else if (facet == Facet.YEAR) {
                texts(
                        facet.parameter(),
                        facet.legend() + " of the citing work: 2019, 2019..2023, 2019.. or " + Facet.UNKNOWN,
                        MOST_VALUES);
            } else {
                texts(facet.parameter(), facet.legend() + " of the citing work, as written: any of these", MOST_VALUES);
            }
        }
        return this;
    }

    InputSchema required(String... names) {
        for (String name : names) {
            required.add(name);
        }
        return this;
    }

    Set<String> names() {
        return properties.fieldNames();
    }

    JsonObject json() {
        return new JsonObject()
                .put("type", "object")
                .put("properties", properties)
                .put("required", required)
                .put("additionalProperties", false);
    }

    private InputSchema property(String name, String type, String description, JsonObject more) {
        properties.put(
                name,
                new JsonObject()
                        .put("type", type)
                        .put("description", description)
                        .mergeIn(more));
        return this;
    }
}
