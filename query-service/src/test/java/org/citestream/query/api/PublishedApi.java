package org.citestream.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The OpenAPI description as it is served, and whether it says all that someone needs who has only it. */
public final class PublishedApi {

    /** Routes that are not described fully yet. This list only shrinks; a new route belongs in openapi/routes.yaml. */
    private static final List<String> NOT_YET = List.of(
            " /login",
            " /logout",
            "/api/v1/guarded",
            "/corrections",
            "/api/v1/statements/{id}/history",
            "/api/v1/ops/",
            "/robots.txt",
            "/sitemap");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final JsonNode api;

    private PublishedApi(JsonNode api) {
        this.api = api;
    }

    public static PublishedApi read(String json) {
        try {
            return new PublishedApi(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /** Every route has a summary, an example of its answer (and of its body), described parameters, and its problems. */
    public void assertComplete() {
        assertThat(api.path("info").path("title").asText()).isEqualTo("Citestream");
        assertThat(api.path("info").path("description").asText()).isNotBlank();
        List<String> missing = new ArrayList<>();
        api.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> {
                    String route = method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                    if (NOT_YET.stream().noneMatch(route::contains)) {
                        missing(route, method.getValue(), missing);
                    }
                }));
        assertThat(missing).as("to be said in openapi/routes.yaml").isEmpty();
    }

    private static void missing(String route, JsonNode operation, List<String> missing) {
        if (operation.path("summary").asText().isBlank()) {
            missing.add(route + ": a summary");
        }
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("description").asText().isBlank() || !parameter.has("example")) {
                missing.add(route + ": description and example of parameter "
                        + parameter.path("name").asText());
            }
        });
        if (operation.has("requestBody") && !hasExample(operation.path("requestBody"))) {
            missing.add(route + ": an example of the body");
        }
        boolean answered = false;
        int problems = 0;
        for (var response : operation.path("responses").properties()) {
            if (response.getKey().startsWith("2")) {
                answered |= response.getKey().equals("204") || hasExample(response.getValue());
            } else if (hasExample(response.getValue())) {
                problems++;
            }
        }
        if (!answered) {
            missing.add(route + ": an example of the answer");
        }
        if (problems == 0) {
            missing.add(route + ": its problems");
        }
    }

    private static boolean hasExample(JsonNode withContent) {
        JsonNode content = withContent.path("content");
        for (JsonNode media : content) {
            if (!media.has("example") && !media.has("examples")) {
                return false;
            }
        }
        return content.size() > 0;
    }
}
