package org.citestream.query.dialect.semanticscholar;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a request asks for, read as Semantic Scholar reads it; parameters that nothing reads are passed over, as there. */
record GraphParameters(MultivaluedMap<String, String> asked) {

    static GraphParameters of(UriInfo address) {
        return new GraphParameters(address.getQueryParameters());
    }

    /** The value, if there is one that is not blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(asked.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The value, without which there is no answer. */
    String needed(String name) {
        return text(name).orElseThrow(() -> GraphError.refused("Missing required parameter: '" + name + "'"));
    }

    /** The parts of a value between commas. */
    List<String> listed(String name) {
        return text(name).stream()
                .flatMap(all -> Arrays.stream(all.split(",", -1)))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** Whether the parameter is there, with or without a value, and does not say no. */
    boolean flag(String name) {
        return asked.containsKey(name)
                && !text(name).map(value -> value.equalsIgnoreCase("false")).orElse(false);
    }

    /** A number, or the usual one. */
    int number(String name, int usual, int least, int most) {
        Optional<String> written = text(name);
        if (written.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(written.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Said below.
        }
        throw GraphError.refused("%s must be a number from %d to %d".formatted(name, least, most));
    }

    /**
     * The fields of papers.
     *
     * @param side {@code citingPaper} or {@code citedPaper} where fields may be asked with that prefix, else null
     */
    PaperFields paperFields(String side) {
        try {
            return PaperFields.read(asked.getFirst("fields"), side);
        } catch (UnknownFieldsException unknown) {
            throw GraphError.refused(unknown.getMessage());
        }
    }

    /** The fields of authors. */
    AuthorFields authorFields() {
        try {
            return AuthorFields.read(asked.getFirst("fields"));
        } catch (UnknownFieldsException unknown) {
            throw GraphError.refused(unknown.getMessage());
        }
    }
}
