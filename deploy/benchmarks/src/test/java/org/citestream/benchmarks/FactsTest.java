package org.citestream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldRepeatAnArticleAsAnotherOneWithIdsOfTheSameKinds() throws IOException {
        // Given an article with one statement and its reference
        Facts facts = new Facts();
        facts.add(fact("ReferencesListed", """
            {"citing":"pmid:12","references":[{"key":"B1","cited":"doi:10.5555/a","ids":{"doi":"10.5555/a"}}]}\
            """));
        facts.add(fact("StatementClassified", """
            {"id":"219159db-dc00-0967-cc59-c9709525a816","citing":"pmid:12","cited":"doi:10.5555/a","text":"A."}\
            """));
        facts.add(fact("ArticleClosed", """
            {"citing":"pmid:12","revision":3,"statements":1}\
            """));

        // When it is copied for the second time, the cited work keeping its name
        List<ProducerRecord<byte[], byte[]>> copies = facts.repeated("classified", new Renaming(2), cited -> cited);

        // Then nothing but the citing work and what is its own is called otherwise
        assertThat(copies).hasSize(3).allSatisfy(copy -> {
            assertThat(tree(copy).get("citing").asText()).isEqualTo("pmid:1200002");
            assertThat(Facts.text(copy.headers().lastHeader("article").value())).isEqualTo("pmid:1200002");
            assertThat(copy.partition()).isEqualTo(copies.get(0).partition());
        });
        JsonNode statement = tree(copies.get(1));
        assertThat(statement.get("cited").asText()).isEqualTo("doi:10.5555/a");
        assertThat(statement.get("text").asText()).isEqualTo("A.");
        assertThat(statement.get("id").asText())
                .isEqualTo(Facts.text(copies.get(1).key()))
                .isNotEqualTo("219159db-dc00-0967-cc59-c9709525a816");
        assertThat(tree(copies.get(2)).get("revision").asInt()).isEqualTo(3);
        assertThat(facts.statementsAbout("doi:10.5555/a")).isEqualTo(1);
    }

    @Test
    void shouldNameTheSameCopyTheSameAgain() {
        // Given
        Renaming renaming = new Renaming(7);
        // When, Then
        assertThat(renaming.publication("doi:10.5555/a")).isEqualTo("doi:10.5555/a.copy7");
        assertThat(renaming.publication("ref:00ff"))
                .isEqualTo(new Renaming(7).publication("ref:00ff"))
                .matches("ref:[0-9a-f]{64}");
    }

    @Test
    void shouldTakePercentilesOfWhatWasMeasured() {
        // Given
        long[] nanos = new long[100];
        for (int i = 0; i < 100; i++) {
            nanos[i] = (100 - i) * 1_000_000L;
        }
        Times times = new Times(nanos);
        // When, Then
        assertThat(times.median()).isEqualTo(50.0);
        assertThat(times.percentile(0.99)).isEqualTo(99.0);
    }

    private static ConsumerRecord<byte[], byte[]> fact(String type, String value) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("classified", 0, 0, Facts.bytes("key"), Facts.bytes(value));
        record.headers().add("type", Facts.bytes(type)).add("article", Facts.bytes("pmid:12"));
        return record;
    }

    private static JsonNode tree(ProducerRecord<byte[], byte[]> record) throws IOException {
        return JSON.readTree(record.value());
    }
}
