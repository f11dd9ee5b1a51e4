package org.citestream.query.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citestream.platform.SharedPlatform;
import org.citestream.query.PlatformResource;
import org.citestream.query.project.event.GoldenExample;
import org.citestream.query.project.write.View;
import org.citestream.query.tally.Tally;
import org.junit.jupiter.api.Test;

/** The loop on a real broker and a real database. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ProjectionTest {

    private static final String CLASSIFIED = "citations.classified.v1";
    private static final String REDRIVE = "redrive.citestream.projection";
    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", SharedPlatform.get().bootstrapServers());

    @Inject
    DataSource dataSource;

    @Test
    void shouldShowGoldenRecordsWhenTheyAreOnTheTopics() throws Exception {
        // Given
        View view = new View(dataSource);
        // When
        send(
                GoldenExample.of("ReferencesListed").on(CLASSIFIED, 3),
                GoldenExample.of("StatementClassified").on(CLASSIFIED, 3),
                GoldenExample.of("ArticleClosed").on(CLASSIFIED, 3),
                GoldenExample.of("PublicationDescribed").on("citations.publications.v1", 3),
                GoldenExample.of("AliasFound").on("citations.publications.v1", 4),
                GoldenExample.of("NoticeIssued").on("citations.publications.v1", 5));
        // Then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(view.tallies())
                .containsEntry("doi:10.5555/citestream.fear.2015", new Tally(1, 0, 0, 0, 0, 1))
                .containsKey("doi:10.5555/citestream.book.1951"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        view.lines("SELECT title, year, author_names, journal, pmid, doi FROM active.publication"
                                + " WHERE id = 'doi:10.5555/citestream.rat.2021'"))
                .containsExactly(
                        "Rats freeze to tones 2021 {\"Ada Okoye\",0000-0002-1825-0097,\"Ping Ren\"} Annals of Sample Science 99000001"
                                + " 10.5555/citestream.rat.2021"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(view.lines("SELECT n.kind, n.date FROM active.notice n"))
                        .contains("retraction 2022-05-02"));
    }

    @Test
    void shouldParkAndGoOnWhenRecordCannotBeRead() throws Exception {
        // Given
        View view = new View(dataSource);
        GoldenExample closed = GoldenExample.of("ArticleClosed");
        String later = closed.value().toString().replace("rat.2021", "parked.2021");
        // When
        send(closed.on(CLASSIFIED, 6, "{broken"), closed.on(CLASSIFIED, 6, later));
        // Then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(view.lines(
                        "SELECT a.closed_revision FROM active.article a JOIN active.publication p ON p.key = a.citing"
                                + " WHERE p.id = 'doi:10.5555/citestream.parked.2021'"))
                .containsExactly("3"));
        assertThat(view.lines("SELECT article, category FROM active.parked WHERE article LIKE '%citestream.rat.2021'"))
                .containsExactly("doi:10.5555/citestream.rat.2021 undecodable");
        ConsumerRecord<byte[], byte[]> letter = lastOf("dlq.citestream.projection." + CLASSIFIED, 6);
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("{broken");
        assertThat(header(letter, "dead-letter-topic")).isEqualTo(CLASSIFIED);
        assertThat(header(letter, "dead-letter-category")).isEqualTo("undecodable");
        assertThat(header(letter, "dead-letter-reason")).contains("no JSON");
        assertThat(header(letter, "article")).isEqualTo("doi:10.5555/citestream.rat.2021");
    }

    @Test
    void shouldParkWhateverHeadersAndBytesHold() throws Exception {
        // Given
        GoldenExample closed = GoldenExample.of("ArticleClosed");
        String later = closed.value().toString().replace("rat.2021", "whatever.2021");
        var nulInType = closed.on(CLASSIFIED, 7, "{}");
        with(nulInType, "type", "Stran\0ge".repeat(1000));
        var nulInArticle = closed.on(CLASSIFIED, 7, "{broken");
        with(nulInArticle, "article", "doi:10.5555/nul\0nul");
        var fallenFromTheSky = closed.on(REDRIVE, 7, "{broken");
        var fromNowhere = closed.on(REDRIVE, 7, "{broken");
        with(fromNowhere, "dead-letter-topic", "nobody.knows.v1");
        with(fromNowhere, "dead-letter-partition", "3");
        with(fromNowhere, "dead-letter-offset", "5");
        var fromOutside = closed.on(REDRIVE, 7, "{broken");
        with(fromOutside, "dead-letter-topic", CLASSIFIED);
        with(fromOutside, "dead-letter-partition", "4711");
        with(fromOutside, "dead-letter-offset", "5");
        var toTheBrim = closed.on(CLASSIFIED, 7, "{" + "x".repeat(1_048_576 - 450));
        // When
        send(nulInType, nulInArticle, toTheBrim, fallenFromTheSky, fromNowhere, fromOutside);
        send(closed.on(CLASSIFIED, 7, later), closed.on(REDRIVE, 7, later.replace("whatever.2021", "redriven.2021")));
        // Then
        View view = new View(dataSource);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        view.lines("SELECT p.id FROM active.article a JOIN active.publication p ON p.key = a.citing"
                                + " WHERE p.id LIKE 'doi:10.5555/citestream.whatever.%'"
                                + " OR p.id LIKE 'doi:10.5555/citestream.redriven.%'"))
                .hasSize(2));
        assertThat(view.lines("SELECT topic, category FROM active.parked WHERE partition = 7"))
                .containsExactlyInAnyOrder(
                        CLASSIFIED + " unknown-type",
                        CLASSIFIED + " undecodable",
                        CLASSIFIED + " undecodable",
                        REDRIVE + " undecodable",
                        REDRIVE + " undecodable",
                        REDRIVE + " undecodable");
        assertThat(view.lines("SELECT article FROM active.parked WHERE article LIKE '%nul_nul'"))
                .containsExactly("doi:10.5555/nul\ufffdnul");
        assertThat(header(lastOf("dlq.citestream.projection." + REDRIVE, 7), "dead-letter-topic"))
                .isEqualTo(REDRIVE);
        assertThat(new String(
                        lastOf("dlq.citestream.projection." + CLASSIFIED, 7).value(), StandardCharsets.UTF_8))
                .startsWith("too large to be parked whole");
    }

    private static void with(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldBeReadyAndAliveWhenCaughtUp() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            RestAssured.get("/q/health/ready").then().statusCode(200);
            RestAssured.get("/q/health/live").then().statusCode(200);
        });
    }

    @SafeVarargs
    private static void send(ProducerRecord<byte[], byte[]>... records) throws Exception {
        try (var producer = new KafkaProducer<>(BROKER, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<java.util.concurrent.Future<?>>();
            for (var record : records) {
                sent.add(producer.send(record));
            }
            for (var future : sent) {
                future.get();
            }
        }
    }

    private static ConsumerRecord<byte[], byte[]> lastOf(String topic, int partition) {
        try (var consumer = new KafkaConsumer<>(BROKER, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var assigned = List.of(new TopicPartition(topic, partition));
            consumer.assign(assigned);
            consumer.seekToBeginning(assigned);
            ConsumerRecord<byte[], byte[]> last = null;
            long end = consumer.endOffsets(assigned).get(assigned.get(0));
            while (last == null || last.offset() + 1 < end) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    last = record;
                }
            }
            return last;
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
