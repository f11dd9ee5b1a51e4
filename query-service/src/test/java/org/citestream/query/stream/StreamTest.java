package org.citestream.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citestream.platform.SharedPlatform;
import org.citestream.query.PlatformResource;
import org.citestream.query.change.Change;
import org.citestream.query.project.event.GoldenExample;
import org.citestream.query.view.FilledView;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the topic to the reader of the stream. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class StreamTest {

    private static final String CLASSIFIED = "citations.classified.v1";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource("/api/v1/stream")
    URL stream;

    @Test
    void shouldPushChangeWhenStatementArrives() throws Exception {
        // Given
        String article = "doi:10.5555/stream.one";
        List<String> lines = follow("?cited=doi:10.5555/STREAM.one.cited&type=supporting", null);
        await().atMost(Duration.ofSeconds(30)).until(() -> !lines.isEmpty());
        // When
        publish(article, 1, "00000000-0000-0000-0000-000000000001");
        // Then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(lines)
                .anyMatch(line -> line.equals("event: StatementAdded"))
                .anyMatch(line -> line.startsWith("data: {\"id\":\"") && line.contains("\"citingPublications\":1")));
        assertThat(lines).noneMatch(line -> line.equals("event: ReferenceAdded"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/api/v1/articles/10.5555%2Fstream.one")
                .then()
                .statusCode(200)
                .body("revision", Matchers.is(1))
                .body("expected", Matchers.is(1))
                .body("visible", Matchers.is(1))
                .body("complete", Matchers.is(true)));
    }

    @Test
    void shouldRepeatNothingAndMissNothingWhenReaderReconnects() throws Exception {
        // Given
        String cited = "?cited=10.5555/stream.two.cited&event=StatementAdded&event=StatementRemoved";
        List<String> first = follow(cited, null);
        await().atMost(Duration.ofSeconds(30)).until(() -> !first.isEmpty());
        publish("doi:10.5555/stream.two", 1, "00000000-0000-0000-0000-000000000002");
        await().atMost(Duration.ofSeconds(30)).until(() -> ids(first).size() == 1);
        // When
        publish("doi:10.5555/stream.two", 2, "00000000-0000-0000-0000-000000000003");
        await().atMost(Duration.ofSeconds(30)).until(() -> ids(first).size() == 3);
        List<String> second = follow(cited, ids(first).get(0));
        // Then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ids(second))
                .isEqualTo(ids(first).subList(1, 3)));
        assertThat(first.stream().filter(line -> line.startsWith("event: ")))
                .containsExactly("event: StatementAdded", "event: StatementAdded", "event: StatementRemoved");
    }

    @Test
    void shouldReportAGapWhenANumberIsAheadOfTheStream() throws Exception {
        // When
        List<String> lines = follow("?cited=10.5555/stream.ahead", "99999999999");
        // Then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(lines)
                .contains("event: gap")
                .anyMatch(line -> line.startsWith("data: {\"from\":")
                        && line.contains("\"to\":99999999999")
                        && line.contains("ahead of this stream")));
    }

    /** Far more than sockets buffer goes to somebody who does not read; who reads meanwhile gets all of it. */
    @Test
    void shouldDropAReaderWithAClearLastEventWhenItTakesNothing() throws Exception {
        // Given
        List<String> quick = follow("?cited=10.5555/flood&event=ReferenceRemoved", null);
        await().atMost(Duration.ofSeconds(30)).until(() -> !quick.isEmpty());
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4096);
            slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), stream.getPort()));
            slow.setSoTimeout(30_000);
            slow.getOutputStream()
                    .write(
                            "GET /api/v1/stream?cited=10.5555/flood&event=ReferenceRemoved HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(slow.getInputStream().readNBytes(20))
                    .startsWith("HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII));
            double both = readers();
            // When
            Change change = FilledView.change(
                    ChangeType.REFERENCE_REMOVED,
                    "doi:10.5555/flood",
                    null,
                    null,
                    Cause.ARTICLE,
                    '"' + "x".repeat(4000) + '"',
                    Instant.now());
            for (int batch = 0; batch < 4; batch++) {
                new FilledView(dataSource).numbered(Collections.nCopies(1000, change));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> ids(quick).size() == 4000);
            // Then
            await("the slow one is dropped").atMost(Duration.ofSeconds(30)).until(() -> readers() < both);
            String rest = new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(rest).contains("event: dropped\ndata: {\"reason\":\"too slow: nothing was taken for 1 s");
            assertThat(rest.split("event: ReferenceRemoved", -1)).hasSizeLessThan(4000);
        }
    }

    private double readers() {
        return metrics.get("citestream.stream.readers").gauge().value();
    }

    @Test
    void shouldSaySoWhenParameterIsNotKnown() {
        RestAssured.get("/api/v1/stream?colour=red")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", Matchers.is("colour"));
        RestAssured.get("/api/v1/stream?type=nice").then().statusCode(400);
        RestAssured.given()
                .header("Last-Event-ID", "yesterday")
                .get("/api/v1/stream")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"event, StatmentAdded, CitedNoticeIssued", "notice, bogus, erratum", "intent, bogus, method"})
    void shouldRefuseParametersThatNothingReads(String parameter, String value, String instead) {
        RestAssured.given()
                .queryParam(parameter, value)
                .get("/api/v1/stream")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", Matchers.is(parameter))
                .body("detail", Matchers.containsString(instead));
    }

    @Test
    void shouldAnswerNotFoundWhenArticleNeverArrived() {
        RestAssured.get("/api/v1/articles/doi:10.5555/never").then().statusCode(404);
    }

    private List<String> follow(String query, String lastEventId) {
        List<String> lines = new CopyOnWriteArrayList<>();
        // Browsers take everything gzipped; a stream goes as it is, or nothing of it would come before the buffer is
        // full.
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(stream + query)).header("Accept-Encoding", "gzip");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        Thread reader = new Thread(() -> read(request.build(), lines), "stream-reader");
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private static void read(HttpRequest request, List<String> lines) {
        try {
            HttpResponse<Stream<String>> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
            response.body().forEach(lines::add);
        } catch (IOException ended) {
            lines.add("ended: " + ended.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring(4))
                .toList();
    }

    private static void publish(String article, int revision, String statement) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", SharedPlatform.get().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (String name : List.of("ReferencesListed", "StatementClassified", "ArticleClosed")) {
                GoldenExample golden = GoldenExample.of(name);
                String value = golden.value()
                        .toString()
                        .replace("doi:10.5555/citestream.rat.2021", article)
                        .replace("doi:10.5555/citestream.fear.2015", article + ".cited")
                        .replace("219159db-dc00-0967-cc59-c9709525a816", statement)
                        .replace("\"revision\":3", "\"revision\":" + revision)
                        .replace("\"statements\":21", "\"statements\":1");
                ProducerRecord<byte[], byte[]> record = golden.on(CLASSIFIED, 7, value);
                record.headers().remove("article");
                record.headers().add("article", article.getBytes(StandardCharsets.UTF_8));
                producer.send(record).get();
            }
        }
    }
}
