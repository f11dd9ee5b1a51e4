package org.citestream.query.dialect.scite;

import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Query parameters as scite's clients write them; invalid ones give 422, unknown ones are ignored. */
record SciteParameters(UriInfo address) {

    private static final List<String> YES = List.of("true", "1", "yes", "on", "t", "y");
    private static final List<String> NO = List.of("false", "0", "no", "off", "f", "n", "");

    /** The value without blanks around it; empty if it is absent or blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(address.getQueryParameters().getFirst(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** All values of a repeatable parameter, written {@code name=a&name=b} or {@code name[]=a}. */
    List<String> texts(String name) {
        return texts(name, value -> Stream.of(value));
    }

    /** The same for values without commas, which may also be written {@code name=a,b}. */
    List<String> listed(String name) {
        return texts(name, value -> Arrays.stream(value.split(",", -1)));
    }

    private List<String> texts(String name, Function<String, Stream<String>> parts) {
        return Stream.of(name, name + "[]")
                .flatMap(key -> address.getQueryParameters().getOrDefault(key, List.of()).stream())
                .flatMap(parts)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(value -> {
            String lower = value.toLowerCase(Locale.ROOT);
            if (!YES.contains(lower) && !NO.contains(lower)) {
                throw SciteError.invalidParameter(name, "value could not be parsed to a boolean: write true or false");
            }
            return YES.contains(lower);
        });
    }

    /** A count: 0 or more. */
    Optional<Integer> number(String name, int most) {
        return text(name).map(value -> {
            try {
                int number = Integer.parseInt(value);
                if (number >= 0 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException none) {
                // Reported below.
            }
            throw SciteError.invalidParameter(name, "value is not an integer from 0 to " + most);
        });
    }

    Optional<String> choice(String name, List<String> choices) {
        return text(name).map(value -> value.toLowerCase(Locale.ROOT)).map(value -> {
            if (!choices.contains(value)) {
                throw SciteError.invalidParameter(
                        name, "value is not a valid enumeration member; permitted: " + String.join(", ", choices));
            }
            return value;
        });
    }
}
