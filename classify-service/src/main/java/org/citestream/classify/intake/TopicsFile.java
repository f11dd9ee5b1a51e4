package org.citestream.classify.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one list of topics, {@code contracts/topics.yaml}. */
public final class TopicsFile {

    private final JsonNode root;

    private TopicsFile(JsonNode root) {
        this.root = root;
    }

    /**
     * Reads it.
     *
     * @throws IllegalStateException if the contracts are not on the class path
     */
    public static TopicsFile read() {
        try (InputStream in = TopicsFile.class.getResourceAsStream("/contracts/topics.yaml")) {
            if (in == null) {
                throw new IllegalStateException("contracts/topics.yaml is not on the class path");
            }
            return new TopicsFile(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("contracts/topics.yaml cannot be read", e);
        }
    }

    /**
     * What one line needs: its input, output and control topics, its dead letters and its redrives. An output that the
     * file does not list (a candidate's) gets the settings of the listed output of that contract.
     */
    public List<Topic> of(String group, String input, String output, String control) {
        Topic source = listed(input);
        var topics = new ArrayList<Topic>();
        topics.add(source);
        topics.add(isListed(output) ? listed(output) : new Topic(output, source.partitions(), source.config()));
        topics.add(listed(control));
        topics.add(new Topic(Names.deadLetters(group, input), source.partitions(), config(root.path("dead-letters"))));
        topics.add(new Topic(Names.redrive(group), source.partitions(), config(root.path("redrives"))));
        return List.copyOf(topics);
    }

    private boolean isListed(String name) {
        return root.path("topics").findValuesAsText("name").contains(name);
    }

    private Topic listed(String name) {
        for (JsonNode topic : root.path("topics")) {
            if (topic.path("name").asText().equals(name)) {
                return new Topic(name, topic.path("partitions").asInt(), config(topic));
            }
        }
        throw new IllegalStateException("contracts/topics.yaml does not list the topic " + name);
    }

    private static Map<String, String> config(JsonNode node) {
        var config = new LinkedHashMap<String, String>();
        node.path("config")
                .properties()
                .forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));
        return config;
    }
}
