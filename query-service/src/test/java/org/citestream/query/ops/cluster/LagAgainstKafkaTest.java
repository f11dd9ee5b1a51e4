package org.citestream.query.ops.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citestream.platform.SharedPlatform;
import org.citestream.platform.WithPlatform;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.group.GroupTracker;
import org.citestream.query.ops.lag.LagVerdict;
import org.citestream.query.ops.lag.PartitionLag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our figures are those of Kafka's own command, and verdicts follow from real commits. */
@WithPlatform
class LagAgainstKafkaTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration WINDOW = Duration.ofSeconds(4);

    private final String bootstrap = SharedPlatform.get().bootstrapServers();
    private final String topic = "lag-" + UUID.randomUUID();
    private final String group = "group-" + topic;
    private final List<TopicPartition> partitions =
            List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1), new TopicPartition(topic, 2));
    private final GroupTracker book = new GroupTracker(WINDOW, 60, Duration.ofHours(1));
    private Admin admin;
    private CommitJournal journal;
    private RecordTimes times;

    @BeforeEach
    void open() throws Exception {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        journal = new CommitJournal(consumer(null), WINDOW);
        times = new RecordTimes(consumer(null), Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        journal.close();
        times.close();
        admin.close();
    }

    @Test
    void shouldEqualKafkaWhenGroupIsLoaded() throws Exception {
        // Given
        Instant sent = write(0, 30, 1, 20, 2, 10);
        commit(Map.of(0, 25L, 1, 20L, 2, 3L));
        // When
        GroupRow row = look();
        // Then
        assertThat(figures(row)).isEqualTo(KafkaFigures.of(bootstrap, group));
        assertThat(row.lag()).isEqualTo(12);
        assertThat(row.seconds())
                .isBetween(0L, Duration.between(sent, Instant.now()).toSeconds() + 1);
        assertThat(row.partitions()).extracting(PartitionLag::lag).containsExactly(5L, 0L, 7L);
        assertThat(row.partitions().get(1).waitingSince()).isNull();
    }

    @Test
    void shouldEqualKafkaAndSayStalledWhenGroupCommitsWithoutMoving() throws Exception {
        // Given
        write(0, 30);
        commit(Map.of(0, 10L));
        // When, Then
        await().atMost(LONG).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            commit(Map.of(0, 10L));
            GroupRow row = look();
            assertThat(row.judged()).isInstanceOf(LagVerdict.Stalled.class);
            assertThat(figures(row)).containsAllEntriesOf(KafkaFigures.of(bootstrap, group));
        });
        // When nobody commits any more
        await().atMost(LONG).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(look().judged())
                .isInstanceOf(LagVerdict.Silent.class));
    }

    @Test
    void shouldEqualKafkaAndSayRewoundWhenGroupWasReset() throws Exception {
        // Given
        write(0, 30);
        commit(Map.of(0, 30L));
        assertThat(look().judged()).isEqualTo(new LagVerdict.Ok());
        // When
        commit(Map.of(0, 12L));
        // Then
        await().atMost(LONG).untilAsserted(() -> assertThat(look().judged()).isEqualTo(new LagVerdict.Rewound(30, 12)));
        assertThat(figures(look())).containsAllEntriesOf(KafkaFigures.of(bootstrap, group));
        // When
        commit(Map.of(0, 30L));
        await().atMost(LONG).untilAsserted(() -> assertThat(look().judged()).isEqualTo(new LagVerdict.Ok()));
    }

    /** Kafka shows no lag for what was never committed; counted from the first record it is what really waits. */
    @Test
    void shouldCountFromTheFirstRecordWhereKafkaCountsNothingWhenGroupNeverCommitted() throws Exception {
        // Given
        write(0, 30, 1, 5);
        try (KafkaConsumer<byte[], byte[]> member = consumer(group)) {
            member.subscribe(List.of(topic));
            await().atMost(LONG).until(() -> {
                member.poll(Duration.ofMillis(100));
                return member.assignment().size() == 3;
            });
            // When
            GroupRow row = look();
            // Then
            assertThat(figures(row)).isEqualTo(KafkaFigures.of(bootstrap, group));
            assertThat(KafkaFigures.of(bootstrap, group)).containsEntry(topic + "-0", "- 30 -");
            assertThat(row.partitions()).extracting(PartitionLag::lag).containsExactly(30L, 5L, 0L);
            assertThat(row.members()).hasSize(1);
            assertThat(row.members().get(0).assignment()).containsEntry(topic, List.of(0, 1, 2));
            assertThat(row.rebalances()).isPositive();
        }
    }

    @Test
    void shouldNeverBeNegativeWhenCommitIsBeyondTheEnd() throws Exception {
        // Given
        write(0, 3);
        // When
        commit(Map.of(0, 9L));
        // Then
        assertThat(look().lag()).isZero();
    }

    private GroupRow look() throws InterruptedException {
        journal.follow();
        Cluster cluster = new ClusterReader(admin, LONG).read();
        return book
                .rows(cluster, new GroupTracker.Sources(journal, times, 100, Map.of(), client -> Double.NaN))
                .stream()
                .filter(row -> row.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    /** As Kafka's command prints them. */
    private static Map<String, String> figures(GroupRow row) {
        Map<String, String> figures = new HashMap<>();
        row.partitions().forEach(lag -> {
            String committed = lag.committed() == null ? "-" : lag.committed().toString();
            figures.put(
                    lag.topic() + "-" + lag.partition(),
                    committed + " " + lag.end() + " " + (lag.committed() == null ? "-" : lag.lag()));
        });
        return figures;
    }

    private Instant write(int... partitionsAndCounts) throws Exception {
        Instant before = Instant.now();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<java.util.concurrent.Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < partitionsAndCounts.length; i += 2) {
                for (int n = 0; n < partitionsAndCounts[i + 1]; n++) {
                    sent.add(producer.send(
                            new ProducerRecord<>(topic, partitionsAndCounts[i], new byte[] {1}, new byte[] {2})));
                }
            }
            for (var one : sent) {
                one.get();
            }
        }
        return before;
    }

    private void commit(Map<Integer, Long> offsets) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        offsets.forEach((partition, offset) -> committed.put(partitions.get(partition), new OffsetAndMetadata(offset)));
        admin.alterConsumerGroupOffsets(group, committed).all().get();
    }

    private KafkaConsumer<byte[], byte[]> consumer(String itsGroup) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", bootstrap);
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "earliest");
        if (itsGroup != null) {
            config.put("group.id", itsGroup);
        }
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
