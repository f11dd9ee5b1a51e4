package org.citestream.kit.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * {@code deploy/kubernetes/topics.yaml} has every topic of the list and every one that is derived from it, with its
 * settings. {@code -Dcontract.accept} writes the file anew.
 */
class KubernetesTopicsTest {

    private static final Path FILE = Path.of("..", "kubernetes", "topics.yaml");
    private static final List<String> LISTED = List.of(
            "citations.statements.v1",
            "citations.classified.v1",
            "citations.publications.v1",
            "citations.corrections.v1",
            "citations.collections.v1",
            "citations.changes.v1",
            "citestream.control.v1");
    private static final String PROJECTION = "citestream.projection";
    private static final List<String> GROUPS = List.of("citestream.classify", PROJECTION, "citestream.catalogue");

    @Test
    void shouldDeclareEveryTopicToStrimzi() throws IOException {
        // Given
        TopicList list = TopicList.read();
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (String group : GROUPS) {
            list.neededBy(group, list.readBy(group), LISTED).forEach(topic -> topics.put(topic.name(), topic));
        }
        Topic redrive = list.redriveOf(PROJECTION, list.readBy(PROJECTION));
        Topic letters = list.deadLettersOf(PROJECTION, redrive);
        topics.put(letters.name(), letters);

        // When
        String declared = declared(new TreeMap<>(topics).values());

        // Then
        if (Boolean.getBoolean("contract.accept")) {
            Files.writeString(FILE, declared);
        }
        assertThat(topics.keySet()).allMatch(list::knows).hasSize(16);
        assertThat(Files.readString(FILE)).isEqualTo(declared);
    }

    private static String declared(Iterable<Topic> topics) {
        List<String> documents = new ArrayList<>();
        for (Topic topic : topics) {
            StringBuilder document = new StringBuilder();
            document.append("apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ")
                    .append(topic.name())
                    .append("\n  labels:\n    strimzi.io/cluster: citestream\nspec:\n  partitions: ")
                    .append(topic.partitions())
                    .append("\n  replicas: 3\n  config:\n");
            new TreeMap<>(topic.config())
                    .forEach((name, value) -> document.append("    %s: \"%s\"%n".formatted(name, value)));
            documents.add(document.toString());
        }
        return "# Made from deploy/contracts/topics.yaml: `mvn test -pl deploy/kit -am -Dtest=KubernetesTopicsTest -Dcontract.accept`.\n"
                + String.join("---\n", documents);
    }
}
