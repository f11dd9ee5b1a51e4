package org.citestream.kit.topic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one list of topics, {@code contracts/topics.yaml}, with those derived from it. Immutable. */
public final class TopicList {

    private static final String FILE = "contracts/topics.yaml";

    private final Contents contents;

    private TopicList(Contents contents) {
        this.contents = contents;
    }

    /**
     * Reads the list that this service was built with.
     *
     * @throws IllegalStateException if the contracts are not on the class path
     */
    public static TopicList read() {
        try (InputStream yaml = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (yaml == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return new TopicList(new ObjectMapper(new YAMLFactory())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(yaml, Contents.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
    }

    /** Where a group sets aside what it cannot read of a topic. */
    public static String deadLetters(String group, String topic) {
        return "dlq." + group + "." + topic;
    }

    /** Where set-aside records come back to a group. */
    public static String redrive(String group) {
        return "redrive." + group;
    }

    /** Whether the list names it. */
    public boolean has(String name) {
        return contents.topics().stream().anyMatch(topic -> topic.name().equals(name));
    }

    /** Whether the list names it, or it is derived from what the list names. */
    public boolean knows(String name) {
        return has(name)
                || contents.groups().stream()
                        .anyMatch(group -> name.equals(redrive(group.name()))
                                || name.equals(deadLetters(group.name(), redrive(group.name())))
                                || group.reads().stream()
                                        .anyMatch(read -> name.equals(deadLetters(group.name(), read))));
    }

    /**
     * The topic of that name.
     *
     * @throws IllegalArgumentException if the list does not name it
     */
    public Topic topic(String name) {
        return contents.topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(FILE + " names no topic " + name));
    }

    /**
     * The topics that a group reads, without its redrive topic.
     *
     * @throws IllegalArgumentException if the list does not name the group
     */
    public List<String> readBy(String group) {
        return contents.groups().stream()
                .filter(candidate -> candidate.name().equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(FILE + " names no group " + group))
                .reads();
    }

    /** Where a group sets aside what it cannot read of a topic, with as many partitions as that has. */
    public Topic deadLettersOf(String group, Topic topic) {
        return new Topic(
                deadLetters(group, topic.name()),
                topic.partitions(),
                contents.deadLetters().config());
    }

    /** Where records come back to a group that reads these topics, the first of which counts the partitions. */
    public Topic redriveOf(String group, List<String> reads) {
        return new Topic(
                redrive(group),
                topic(reads.get(0)).partitions(),
                contents.redrives().config());
    }

    /** What a group needs that reads these topics: they themselves, the others, its dead letters and its redrives. */
    public List<Topic> neededBy(String group, List<String> reads, List<String> others) {
        Map<String, Topic> needed = new LinkedHashMap<>();
        reads.forEach(name -> needed.put(name, topic(name)));
        others.forEach(name -> needed.put(name, topic(name)));
        for (String name : reads) {
            Topic letters = deadLettersOf(group, topic(name));
            needed.put(letters.name(), letters);
        }
        Topic redrive = redriveOf(group, reads);
        needed.put(redrive.name(), redrive);
        return List.copyOf(needed.values());
    }

    /** How many partitions each of these topics has. */
    public Map<String, Integer> partitions(List<String> names) {
        Map<String, Integer> partitions = new LinkedHashMap<>();
        names.forEach(name -> partitions.put(name, topic(name).partitions()));
        return partitions;
    }

    private record Group(String name, List<String> reads) {}

    private record Derived(Map<String, String> config) {}

    private record Contents(
            List<Topic> topics,
            List<Group> groups,
            @JsonProperty("dead-letters") Derived deadLetters,
            Derived redrives) {}
}
