package org.citestream.query.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Facet;

/** Creates the public record of a delta, as deploy/contracts describes it. Thread-safe. */
final class ChangeWriter {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** The change that a delta becomes with its sequence number. */
    Change write(Delta delta, long sequence, Tally before, Tally after) {
        return new Change(
                sequence,
                delta.change(),
                delta.cited(),
                delta.citing(),
                delta.statement(),
                delta.cause(),
                json(
                        delta.notice() == null
                                ? ChangeRecord.of(delta, sequence, before, after)
                                : notice(delta, sequence, before, after)),
                facets(delta),
                delta.traceparent(),
                delta.at());
    }

    private static ObjectNode notice(Delta delta, long sequence, Tally before, Tally after) {
        ObjectNode value = delta.notice().deepCopy();
        value.put("id", Long.toString(sequence));
        value.put("sequence", sequence);
        value.put("cited", delta.cited());
        value.put("cause", delta.cause().wireName());
        value.set("before", JSON.valueToTree(before));
        value.set("after", JSON.valueToTree(after));
        value.put("at", delta.at().toString());
        return value;
    }

    private static Map<String, List<String>> facets(Delta delta) {
        Map<String, List<String>> facets = new LinkedHashMap<>();
        for (Facet facet : Facet.OF_REPORTS) {
            if (applies(facet, delta)) {
                facets.put(facet.parameter(), values(facet, delta));
            }
        }
        return facets;
    }

    private static boolean applies(Facet facet, Delta delta) {
        return switch (facet) {
            case SECTION, TYPE, INTENT, RELATIONSHIP, POSITION -> delta.statement() != null;
            case YEAR, PUBLICATION_TYPE, AUTHOR, JOURNAL -> delta.citing() != null;
            case NOTICE -> delta.notice() != null;
            case LICENCE -> false;
        };
    }

    private static List<String> values(Facet facet, Delta delta) {
        return switch (facet) {
            // A change of type concerns readers who follow either type.
            case TYPE ->
                Stream.of(delta.type(), delta.typeBefore())
                        .filter(Objects::nonNull)
                        .map(CitationType::wireName)
                        .distinct()
                        .sorted()
                        .toList();
            case SECTION, INTENT, RELATIONSHIP, POSITION -> known(delta.labels().get(facet));
            case YEAR -> known(delta.year());
            case PUBLICATION_TYPE -> known(delta.publicationType());
            case JOURNAL -> known(delta.journal());
            case AUTHOR -> delta.authors().isEmpty() ? List.of(Facet.NONE) : delta.authors();
            case NOTICE -> List.of(delta.notice().path("kind").asText());
            case LICENCE -> throw new IllegalArgumentException("no change has a " + facet);
        };
    }

    private static List<String> known(Object value) {
        return List.of(value == null ? Facet.UNKNOWN : value.toString());
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
