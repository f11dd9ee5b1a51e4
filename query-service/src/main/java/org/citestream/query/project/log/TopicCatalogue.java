package org.citestream.query.project.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.project.event.Origins;

/** The one list of topics, {@code contracts/topics.yaml}, with those derived from it. Immutable. */
public final class TopicCatalogue {

    private final Contents contents;

    private TopicCatalogue(Contents contents) {
        this.contents = contents;
    }

    /** Reads the list that this service was built with. */
    public static TopicCatalogue read() {
        try (InputStream yaml = TopicCatalogue.class.getClassLoader().getResourceAsStream("contracts/topics.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("contracts/topics.yaml is not on the classpath");
            }
            return new TopicCatalogue(new ObjectMapper(new YAMLFactory())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(yaml, Contents.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The topics a group reads from the list itself, without its redrive topic. */
    public List<String> readBy(String group) {
        return contents.groups().stream()
                .filter(candidate -> candidate.name().equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("topics.yaml names no group " + group))
                .reads();
    }

    public static String deadLetters(String group, String topic) {
        return "dlq." + group + "." + topic;
    }

    public static String redrive(String group) {
        return "redrive." + group;
    }

    /** Every topic that a group reads or writes by itself, and one more. */
    public List<TopicSpec> neededBy(String group, List<String> others) {
        Map<String, TopicSpec> needed = new LinkedHashMap<>();
        List<String> reads = readBy(group);
        List<String> named = new ArrayList<>(reads);
        named.addAll(others);
        for (String name : named) {
            needed.put(name, spec(name));
        }
        for (String name : reads) {
            String letters = deadLetters(group, name);
            needed.put(
                    letters,
                    new TopicSpec(
                            letters,
                            spec(name).partitions(),
                            contents.deadLetters().config()));
        }
        String redrive = redrive(group);
        int partitions = spec(reads.get(0)).partitions();
        needed.put(
                redrive, new TopicSpec(redrive, partitions, contents.redrives().config()));
        // For what comes back and does not tell from where.
        String again = deadLetters(group, redrive);
        needed.put(
                again, new TopicSpec(again, partitions, contents.deadLetters().config()));
        return List.copyOf(needed.values());
    }

    /** Where the records come from that are redriven to a group. */
    public Origins origins(String group) {
        Map<String, Integer> partitions = new LinkedHashMap<>();
        readBy(group).forEach(topic -> partitions.put(topic, spec(topic).partitions()));
        return new Origins(redrive(group), partitions);
    }

    private TopicSpec spec(String name) {
        return contents.topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("topics.yaml names no topic " + name));
    }

    /** A topic as it must be. */
    public record TopicSpec(String name, int partitions, Map<String, String> config) {}

    private record Group(String name, List<String> reads) {}

    private record Derived(Map<String, String> config) {}

    private record Contents(
            List<TopicSpec> topics,
            List<Group> groups,
            @JsonProperty("dead-letters") Derived deadLetters,
            Derived redrives) {}
}
