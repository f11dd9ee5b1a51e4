package org.citestream.ingest.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citestream.ingest.fact.Fact;

/** The topics this service writes or reads, with their settings, out of the one list all services share. Immutable. */
public final class TopicPlan {
    /** The group of the catalogue's loop. */
    public static final String CATALOGUE_GROUP = "citestream.catalogue";

    private static final String LIST = "contracts/topics.yaml";
    private static final String STATEMENTS = "citations.statements.v1";
    private static final String PUBLICATIONS = "citations.publications.v1";
    private static final String CONTROL = "citestream.control.v1";

    private final Map<String, Topic> topics;

    private TopicPlan(List<Topic> topics) {
        var byName = new HashMap<String, Topic>();
        topics.forEach(topic -> byName.put(topic.name(), topic));
        this.topics = Map.copyOf(byName);
    }

    /**
     * A topic as it has to be.
     *
     * @param config the settings that matter; any other may be what the broker likes
     */
    public record Topic(String name, int partitions, Map<String, String> config) {
        public Topic {
            Objects.requireNonNull(name, "name");
            config = Map.copyOf(config);
            if (partitions < 1) {
                throw new IllegalArgumentException(name + " needs a partition");
            }
        }
    }

    /** Reads the list from the contracts on the class path. */
    public static TopicPlan load() {
        try (InputStream list = Thread.currentThread().getContextClassLoader().getResourceAsStream(LIST)) {
            return of(new YAMLMapper().readTree(Objects.requireNonNull(list, LIST)));
        } catch (IOException broken) {
            throw new UncheckedIOException(LIST + " cannot be read", broken);
        }
    }

    private static TopicPlan of(JsonNode list) {
        Topic statements = topic(list, STATEMENTS);
        Topic publications = topic(list, PUBLICATIONS);
        var needed = new ArrayList<>(List.of(statements, publications, topic(list, CONTROL)));
        needed.add(new Topic(
                deadLetterName(PUBLICATIONS),
                publications.partitions(),
                config(list.path("dead-letters").path("config"))));
        needed.add(new Topic(
                redriveName(),
                publications.partitions(),
                config(list.path("redrives").path("config"))));
        return new TopicPlan(needed);
    }

    private static Topic topic(JsonNode list, String name) {
        for (JsonNode entry : list.path("topics")) {
            if (name.equals(entry.path("name").asText())) {
                return new Topic(name, entry.path("partitions").asInt(), config(entry.path("config")));
            }
        }
        throw new IllegalStateException(LIST + " does not list " + name);
    }

    private static Map<String, String> config(JsonNode node) {
        var config = new HashMap<String, String>();
        node.properties()
                .forEach(setting ->
                        config.put(setting.getKey(), setting.getValue().asText()));
        return config;
    }

    /** Every topic this service uses. */
    public List<Topic> all() {
        return List.copyOf(topics.values());
    }

    public Topic of(Fact.Stream stream) {
        return switch (stream) {
            case STATEMENTS -> topics.get(STATEMENTS);
            case PUBLICATIONS -> topics.get(PUBLICATIONS);
        };
    }

    /** Where loops are told to wait and to go on. */
    public Topic control() {
        return topics.get(CONTROL);
    }

    /** Where the catalogue's loop sets aside what it cannot read. */
    public Topic deadLetters() {
        return topics.get(deadLetterName(PUBLICATIONS));
    }

    /** What has been set aside and is to be tried again by the catalogue's loop. */
    public Topic redrive() {
        return topics.get(redriveName());
    }

    private static String deadLetterName(String topic) {
        return "dlq." + CATALOGUE_GROUP + "." + topic;
    }

    private static String redriveName() {
        return "redrive." + CATALOGUE_GROUP;
    }
}
