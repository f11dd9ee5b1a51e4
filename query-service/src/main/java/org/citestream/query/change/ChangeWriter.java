package org.citestream.query.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.Position;
import org.citestream.query.vocabulary.Relationship;
import org.citestream.query.vocabulary.Section;

/** Makes the public record of a delta, as deploy/contracts describes it. Thread-safe. */
final class ChangeWriter {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String UNKNOWN = "unknown";

    /** The change that a delta becomes under its sequence number. */
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
        if (delta.statement() != null) {
            // A statement that turns from one type into another concerns those who follow either.
            Set<String> types = new TreeSet<>();
            if (delta.type() != null) {
                types.add(delta.type().wireName());
            }
            if (delta.typeBefore() != null) {
                types.add(delta.typeBefore().wireName());
            }
            facets.put("type", List.copyOf(types));
            facets.put("section", List.of((delta.section() == null ? Section.UNKNOWN : delta.section()).wireName()));
            facets.put(
                    "position", List.of((delta.position() == null ? Position.UNKNOWN : delta.position()).wireName()));
            facets.put(
                    "relationship",
                    List.of((delta.relationship() == null ? Relationship.UNKNOWN : delta.relationship()).wireName()));
        }
        if (delta.citing() != null) {
            facets.put("journal", List.of(delta.journal() == null ? UNKNOWN : delta.journal()));
            facets.put(
                    "year",
                    List.of(delta.year() == null ? UNKNOWN : delta.year().toString()));
            facets.put("publicationType", List.of(delta.publicationType() == null ? UNKNOWN : delta.publicationType()));
            facets.put("author", delta.authors());
        }
        if (delta.notice() != null) {
            facets.put("notice", List.of(delta.notice().path("kind").asText()));
        }
        return facets;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
