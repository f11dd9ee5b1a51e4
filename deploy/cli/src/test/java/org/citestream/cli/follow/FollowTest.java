package org.citestream.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.citestream.cli.Json;
import org.citestream.cli.command.Commands;
import org.citestream.platform.SharedPlatform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The consumer that people start theirs from, against a real broker. */
class FollowTest {

    private static final String TOPIC = "citations.changes.v1";
    private static final String ONE = "doi:10.5555/one";
    private static final String TWO = "doi:10.5555/two";

    private static String broker;

    @BeforeAll
    static void fillTopic() throws Exception {
        broker = SharedPlatform.get().bootstrapServers();
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer())) {
            for (ProducerRecord<String, String> record : List.of(
                    change(1, ONE, 0, 1),
                    change(2, ONE, 1, 2),
                    // What a crash repeats
                    change(1, ONE, 0, 1),
                    change(2, ONE, 1, 2),
                    change(3, TWO, 0, 1))) {
                producer.send(record).get();
            }
        }
    }

    @Test
    void shouldPrintEachChangeOnceWhenTheTopicRepeatsSome() throws Exception {
        // When
        List<String> lines = printed("--from-start", "--once", "--cited", ONE);
        // Then
        assertThat(lines).hasSize(2);
        assertThat(Json.MAPPER.readTree(lines.get(0)).at("/value/sequence").asInt())
                .isEqualTo(1);
        assertThat(Json.MAPPER.readTree(lines.get(1)).at("/value/sequence").asInt())
                .isEqualTo(2);
        assertThat(lines.get(0)).startsWith("{\"record\":\"StatementAdded\",\"value\":{");
    }

    @Test
    void shouldFoldToTheLastTallies() {
        assertThat(printed("--fold")).containsExactly(ONE + "\t{\"total\":2}", TWO + "\t{\"total\":1}");
    }

    @Test
    void shouldPrintNothingWhenNothingIsNew() {
        assertThat(printed("--once")).isEmpty();
    }

    @Test
    void shouldComplainWhenAChangeIsMissing() {
        // Given
        var folded = new FoldedTallies();
        folded.take(new ChangeConsumer.Change(
                "StatementAdded", Json.MAPPER.valueToTree(Map.of("cited", ONE, "sequence", 1, "after", 1))));
        // When, Then
        assertThatThrownBy(() -> folded.take(new ChangeConsumer.Change(
                        "StatementAdded",
                        Json.MAPPER.valueToTree(Map.of("cited", ONE, "sequence", 3, "before", 2, "after", 3)))))
                .hasMessageContaining("before change 3");
    }

    private static List<String> printed(String... options) {
        PrintStream before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            String[] all = new String[options.length + 3];
            all[0] = "follow";
            all[1] = "--bootstrap-servers";
            all[2] = broker;
            System.arraycopy(options, 0, all, 3, options.length);
            assertThat(Commands.create().execute(all)).isZero();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static ProducerRecord<String, String> change(long sequence, String cited, int before, int after) {
        var record = new ProducerRecord<>(
                TOPIC,
                cited,
                "{\"id\":\"%d\",\"sequence\":%d,\"cited\":\"%s\",\"before\":{\"total\":%d},\"after\":{\"total\":%d}}"
                        .formatted(sequence, sequence, cited, before, after));
        record.headers().add("type", "StatementAdded".getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
