package org.citestream.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citestream.kit.problem.Problem;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.Facet;

/**
 * {@code openapi/routes.yaml}: parameters described once by name, the problems, and for each route what it uses of them.
 *
 * @param routes by method and path: {@code GET /api/v1/reports/{id}}
 */
record RouteCatalogue(
        Map<String, Described> parameters, Map<Integer, Map<String, Object>> problems, Map<String, Route> routes) {

    private static final String FOLDER = "/openapi/";

    /** A parameter; {@code name} is its name in the address where it is not the one it is described under. */
    record Described(
            String name, String description, String example, List<String> values, boolean repeatable, boolean inPath) {

        Described {
            values = values == null ? List.of() : values;
        }

        /** As a parameter that may be given several times, with one of these values each. */
        Described of(List<String> choices) {
            return new Described(name, description, example, choices, true, inPath);
        }
    }

    /**
     * A route.
     *
     * @param summary and {@code tag} only of a route that is no JAX-RS resource
     * @param examples file in {@code openapi/examples} by media type
     * @param body example of the request's body, or null
     * @param dialect example of an error where a dialect shapes it, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Route(
            String summary,
            String tag,
            String description,
            String answer,
            List<String> parameters,
            Object body,
            Map<String, String> examples,
            List<Integer> problems,
            Object dialect) {

        Route {
            parameters = parameters == null
                    ? List.of()
                    : parameters.stream().flatMap(RouteCatalogue::each).toList();
            problems = problems == null ? List.of() : problems;
            examples = examples == null ? Map.of() : examples;
        }

        String problemType() {
            return dialect == null ? Problem.MEDIA_TYPE : "application/json";
        }

        Object problemExample() {
            return dialect;
        }
    }

    /** {@code reportFacets} and {@code searchFacets} stand for the parameters of all facets that these have. */
    private static Stream<String> each(String parameter) {
        return switch (parameter) {
            case "reportFacets" -> Facet.OF_REPORTS.stream().map(Facet::parameter);
            case "searchFacets" -> Facet.OF_SEARCH.stream().map(Facet::parameter);
            default -> Stream.of(parameter);
        };
    }

    static RouteCatalogue load() {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        try (InputStream file = RouteCatalogue.class.getResourceAsStream(FOLDER + "routes.yaml")) {
            return yaml.readValue(file, RouteCatalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi/routes.yaml cannot be read", e);
        }
    }

    Optional<Route> find(String methodAndPath) {
        return Optional.ofNullable(routes.get(methodAndPath));
    }

    /** Routes with a summary of their own whose paths are not among these. */
    Map<String, Route> unscanned(Set<String> paths) {
        Map<String, Route> others = new LinkedHashMap<>();
        routes.forEach((name, route) -> {
            if (route.summary() != null && !paths.contains(name.substring(name.indexOf(' ') + 1))) {
                others.put(name, route);
            }
        });
        return others;
    }

    Described parameter(String name) {
        Described described = Optional.ofNullable(parameters.get(name))
                .orElseThrow(() -> new IllegalStateException("openapi/routes.yaml describes no parameter " + name));
        return choices(name).map(described::of).orElse(described);
    }

    /** The values that the vocabulary knows of a parameter; empty for parameters of other kinds. */
    private static Optional<List<String>> choices(String parameter) {
        return parameter.equals("event")
                ? Optional.of(ChangeType.wireNames())
                : Facet.named(parameter).map(Facet::choices);
    }

    Map<String, Object> problem(int status) {
        return Optional.ofNullable(problems.get(status))
                .orElseThrow(() -> new IllegalStateException("openapi/routes.yaml describes no problem " + status));
    }

    /** JSON as a tree, anything else as text. */
    Object example(String file) {
        try (InputStream stream = RouteCatalogue.class.getResourceAsStream(FOLDER + "examples/" + file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return file.endsWith(".json") ? new ObjectMapper().readValue(text, new TypeReference<Object>() {}) : text;
        } catch (IOException e) {
            throw new UncheckedIOException("openapi/examples/" + file + " cannot be read", e);
        }
    }
}
