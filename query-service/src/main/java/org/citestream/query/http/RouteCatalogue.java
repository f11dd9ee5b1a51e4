package org.citestream.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.Facet;

/**
 * {@code openapi/routes.yaml}: parameters described once by name, the problems, and for each route which of them it
 * uses.
 *
 * @param groups groups of routes, by their name in the description
 * @param dialects a dialect's answers in place of problems, by dialect and status
 * @param routes by method and path: {@code GET /api/v1/reports/{id}}
 */
record RouteCatalogue(
        Map<String, ParameterDescription> parameters,
        Map<Integer, Map<String, Object>> problems,
        Map<String, Map<Integer, Object>> dialects,
        Map<String, RouteGroup> groups,
        Map<String, Route> routes) {

    private static final String FOLDER = "/openapi/";

    /** A parameter; {@code name} is its name in the URL if it differs from the one it is described under. */
    record ParameterDescription(
            String name, String description, String example, List<String> values, boolean repeatable, boolean inPath) {

        ParameterDescription {
            values = values == null ? List.of() : values;
        }

        /** The same as a repeatable parameter with these values. */
        ParameterDescription of(List<String> choices) {
            return new ParameterDescription(name, description, example, choices, true, inPath);
        }
    }

    /**
     * A route.
     *
     * @param summary only of a route that is no JAX-RS resource
     * @param examples file in {@code openapi/examples} by media type
     * @param body example of the request's body, or null
     * @param dialect whose answers and errors the route has, or null for ours
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Route(
            String summary,
            String description,
            String answer,
            List<String> parameters,
            Object body,
            Map<String, String> examples,
            List<Integer> problems,
            String dialect) {

        Route {
            parameters = parameters == null
                    ? List.of()
                    : parameters.stream().flatMap(RouteCatalogue::each).toList();
            problems = problems == null ? List.of() : problems;
            examples = examples == null ? Map.of() : examples;
        }
    }

    /**
     * Routes whose paths start with one of these.
     *
     * @param description null where the name says it all
     */
    record RouteGroup(List<String> paths, String description) {

        /** The length of the matching prefix; 0 for a path of another group. */
        int match(String address) {
            return paths.stream()
                    .filter(address::startsWith)
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
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

    /** The name of the group that a path belongs to. */
    Optional<String> group(String address) {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().match(address) > 0)
                .max(Comparator.comparingInt(group -> group.getValue().match(address)))
                .map(Map.Entry::getKey);
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

    ParameterDescription parameter(String name) {
        ParameterDescription described = Optional.ofNullable(parameters.get(name))
                .orElseThrow(() -> new IllegalStateException("openapi/routes.yaml describes no parameter " + name));
        return choices(name).map(described::of).orElse(described);
    }

    /** The values that the vocabulary defines for a parameter; empty for other parameters. */
    private static Optional<List<String>> choices(String parameter) {
        return parameter.equals("event")
                ? Optional.of(ChangeType.NAMES.all())
                : Facet.named(parameter).map(Facet::choices);
    }

    Map<String, Object> problem(int status) {
        return Optional.ofNullable(problems.get(status))
                .orElseThrow(() -> new IllegalStateException("openapi/routes.yaml describes no problem " + status));
    }

    /** The answer of a route's dialect for that status; empty if it is a problem like ours. */
    Optional<Object> inDialect(Route route, int status) {
        return Optional.ofNullable(route.dialect()).map(dialects::get).map(errors -> errors.get(status));
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
