package org.citestream.query.mcp;

import io.vertx.core.json.JsonArray;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.ProblemException;

/**
 * The arguments of a tool call. A number or a flag may come as text, and a single value in place of a list, as models
 * write them; an unknown argument is refused, because it would be silently ignored. Immutable.
 */
final class Arguments {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * Parses them.
     *
     * @throws BadParameterException for an unknown argument, or a value that is an object
     */
    Arguments(InputSchema schema, Map<String, Object> given) {
        given.forEach((name, value) -> {
            if (!schema.names().contains(name)) {
                throw new BadParameterException(
                        name,
                        "not known here; write "
                                + schema.names().stream().sorted().collect(Collectors.joining(", ")));
            }
            List<String> texts = texts(name, value);
            if (!texts.isEmpty()) {
                values.put(name, texts);
            }
        });
    }

    private static List<String> texts(String name, Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonArray array) {
            return texts(name, array.getList());
        }
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .map(one -> scalar(name, one))
                    .filter(text -> !text.isBlank())
                    .toList();
        }
        String text = scalar(name, value);
        return text.isBlank() ? List.of() : List.of(text);
    }

    private static String scalar(String name, Object value) {
        if (value instanceof String || value instanceof Boolean) {
            return value.toString().strip();
        }
        if (value instanceof Number number) {
            return number.doubleValue() == Math.rint(number.doubleValue())
                    ? Long.toString(number.longValue())
                    : number.toString();
        }
        throw new BadParameterException(name, "must be text, a number, true, false, or a list of texts");
    }

    Optional<String> text(String name) {
        List<String> given = texts(name);
        if (given.size() > 1) {
            throw new BadParameterException(name, "given %d times; give it once".formatted(given.size()));
        }
        return given.stream().findFirst();
    }

    /** All values; empty if it was not given. */
    List<String> texts(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Between 1 and {@code most} values. */
    List<String> needed(String name, int most) {
        List<String> given = texts(name);
        if (given.isEmpty()) {
            throw new BadParameterException(name, "is missing; give 1 to %d".formatted(most));
        }
        if (given.size() > most) {
            throw new BadParameterException(
                    name,
                    "has %d values; at most %d are taken at once, so call several times".formatted(given.size(), most));
        }
        return given;
    }

    /**
     * The CURIE of the work that the argument names.
     *
     * @throws ProblemException 404 if it is no publication id
     */
    String work(String name) {
        return PathId.curie(text(name)
                .orElseThrow(() ->
                        new BadParameterException(name, "is missing; give a DOI, or pmid:…, pmcid:PMC…, arxiv:…")));
    }

    int number(String name, int usual, int least, int most) {
        return (int) number(name, (long) usual, least, most);
    }

    long number(String name, long usual, long least, long most) {
        Optional<String> written = text(name);
        if (written.isEmpty()) {
            return usual;
        }
        try {
            long number = Long.parseLong(written.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Reported below.
        }
        throw new BadParameterException(
                name, "'%s' is not a number from %d to %d".formatted(written.get(), least, most));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** All arguments but these as the parameters of a URL. */
    Map<String, List<String>> parametersBut(String... names) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(values);
        List.of(names).forEach(parameters::remove);
        return parameters;
    }
}
