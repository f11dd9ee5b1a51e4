package org.citestream.query.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citestream.platform.SharedPlatform;
import org.citestream.query.PlatformResource;
import org.citestream.query.ops.survey.Survey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long {@code /ops} takes over many topics and groups; run with {@code -Dtest=OpsBenchmark
 * -Dcitestream.benchmark=true}.
 */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
@EnabledIfSystemProperty(named = "citestream.benchmark", matches = "true")
class OpsBenchmark {

    private static final int TOPICS = 84;
    private static final int PARTITIONS = 12;
    private static final int GROUPS = 200;
    private static final int RECORDS = 40;
    private static final int ROUNDS = 20;
    /** Not counted, but told: the first pages wait for classes to load. */
    private static final int WARM_UP = 3;

    @Inject
    Survey survey;

    @Test
    void shouldAnswerWithinTwoSecondsWhenThereAreManyTopicsAndGroups() throws Exception {
        // Given
        Map<String, Object> broker =
                Map.of("bootstrap.servers", SharedPlatform.get().bootstrapServers());
        try (Admin admin = Admin.create(broker)) {
            List<NewTopic> topics = new ArrayList<>();
            for (int t = 0; t < TOPICS; t++) {
                topics.add(new NewTopic("many-" + t, PARTITIONS, (short) 1));
            }
            admin.createTopics(topics).all().get();
            fill(broker);
            commit(admin);
        }
        long before = survey.last().number();
        // When, Then
        await().atMost(Duration.ofMinutes(3)).until(() -> survey.last().number() > before + 2);
        List<Long> first = new ArrayList<>();
        for (int i = 0; i < WARM_UP; i++) {
            first.add(timed("/ops"));
            first.add(timed("/api/v1/ops/lag"));
        }
        List<Long> looks = new ArrayList<>();
        List<Long> pages = new ArrayList<>();
        List<Long> answers = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            pages.add(timed("/ops"));
            answers.add(timed("/api/v1/ops/lag"));
            looks.add(survey.last().took().toMillis());
            long seen = survey.last().number();
            await().atMost(Duration.ofMinutes(1)).until(() -> survey.last().number() > seen);
        }
        System.out.printf(
                "topic-partitions %d, groups %d%nfirst pages and answers, ms: %s%n%s%n%s%n%s%n",
                survey.last().topics().stream()
                        .mapToInt(row -> row.partitions())
                        .sum(),
                survey.last().groups().size(),
                first,
                told("/ops", pages),
                told("/api/v1/ops/lag", answers),
                told("one look at the broker", looks));
        assertThat(survey.last().groups()).hasSizeGreaterThanOrEqualTo(GROUPS);
    }

    private static long timed(String path) {
        long begin = System.nanoTime();
        RestAssured.get(path).then().statusCode(200);
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static String told(String what, List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        return "%s: median %d ms, slowest %d ms of %d"
                .formatted(what, sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1), sorted.size());
    }

    private static void fill(Map<String, Object> broker) throws Exception {
        List<java.util.concurrent.Future<?>> sent = new ArrayList<>();
        try (var producer = new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int t = 0; t < TOPICS; t++) {
                for (int p = 0; p < PARTITIONS; p++) {
                    for (int i = 0; i < RECORDS; i++) {
                        sent.add(producer.send(new ProducerRecord<>("many-" + t, p, null, new byte[200])));
                    }
                }
            }
            for (var one : sent) {
                one.get();
            }
        }
    }

    private static void commit(Admin admin) throws Exception {
        Random random = new Random(9);
        for (int g = 0; g < GROUPS; g++) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            for (int n = 0; n < 4; n++) {
                int topic = random.nextInt(TOPICS);
                for (int p = 0; p < PARTITIONS; p++) {
                    offsets.put(new TopicPartition("many-" + topic, p), new OffsetAndMetadata(random.nextInt(RECORDS)));
                }
            }
            admin.alterConsumerGroupOffsets("many-group-" + g, offsets).all().get();
        }
    }
}
