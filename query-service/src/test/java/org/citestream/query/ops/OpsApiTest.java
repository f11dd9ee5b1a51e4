package org.citestream.query.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.citestream.platform.SharedPlatform;
import org.citestream.query.PlatformResource;
import org.citestream.query.project.write.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard over HTTP, on a real broker and database. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class OpsApiTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String OPS = "/api/v1/ops/";

    @Inject
    DataSource dataSource;

    private static void eventually(org.assertj.core.api.ThrowableAssert.ThrowingCallable assertion) {
        await().atMost(LONG).untilAsserted(assertion::call);
    }

    @Test
    void shouldReportTopicsLagAndConsumersOfTheLine() throws Exception {
        // Given
        SmallArticle.send(
                SmallArticle.of("doi:10.5555/ops.flow", "doi:10.5555/ops.cited").records());
        // When, Then
        eventually(() -> given().get(OPS + "lag?group=citestream.projection")
                .then()
                .statusCode(200)
                .body("groups[0].lag", equalTo(0))
                .body("groups[0].verdict", equalTo("ok"))
                .body("groups[0].storedElsewhere", equalTo(true)));
        JsonPath topics = given().get(OPS + "topics").jsonPath();
        assertThat(topics.getList("topics.topic", String.class))
                .contains("citations.classified.v1", "citations.changes.v1", "citestream.control.v1")
                .doesNotContain("__consumer_offsets");
        String classified = "topics.find { it.topic == 'citations.classified.v1' }.";
        assertThat(topics.getInt(classified + "partitions")).isEqualTo(12);
        assertThat(topics.getString(classified + "retention")).isEqualTo("for ever");
        assertThat(topics.getList(classified + "groups.group", String.class)).contains("citestream.projection");
        eventually(() -> {
            JsonPath again = given().get(OPS + "topics").jsonPath();
            assertThat(again.getString(classified + "newest")).isNotNull();
            assertThat(again.getLong(classified + "bytes")).isPositive();
        });
        given().get(OPS + "consumers")
                .then()
                .body(
                        "groups.find { it.group == 'citestream.projection' }.members[0].clientId",
                        equalTo("citestream.projection"))
                .body(
                        "groups.find { it.group == 'citestream.projection' }.members[0].assignment."
                                + "'citations.classified.v1'.size()",
                        equalTo(12));
        eventually(() -> given().get(OPS + "consumers")
                .then()
                .body(
                        "groups.find { it.group == 'citestream.projection' }.members[0].lastPollSeconds",
                        org.hamcrest.Matchers.notNullValue()));
        eventually(() -> given().get(OPS + "flow")
                .then()
                .body("flow.stages.name", equalTo(List.of("articles", "statements", "classified", "rows", "changes")))
                .body("flow.newestStatement", org.hamcrest.Matchers.notNullValue())
                .body("flow.arrows[2].waiting", equalTo(0)));
    }

    @Test
    void shouldStreamEverySurvey() throws Exception {
        try (var lines = stream(OPS + "stream")) {
            assertThat(lines.until("look", 2))
                    .allSatisfy(data -> assertThat(data).contains("\"everySeconds\""));
        }
    }

    @Test
    void shouldSkipNothingWhileTheProjectionHasNotStopped() {
        // Given
        String skip = OPS + "loops/citestream.projection/skip?record=citations.classified.v1-0@0";
        // When, Then
        given().post(skip).then().statusCode(400).body("detail", org.hamcrest.Matchers.containsString("why"));
        given().post(skip + "&why=a bug").then().statusCode(409);
        given().post(skip.replace("projection", "classify") + "&why=a bug")
                .then()
                .statusCode(404);
        given().header("Origin", "https://evil.example")
                .post(skip + "&why=a bug")
                .then()
                .statusCode(403);
        assertThat(given().get(OPS + "audit").jsonPath().getList("entries.action", String.class))
                .doesNotContain("skip");
        assertThat(given().get(OPS + "loops").jsonPath().getList("loops.stoppedAt"))
                .containsOnlyNulls();
    }

    @Test
    void shouldShowOnlyOurTopics() {
        for (String way : List.of("messages?", "messages/one?partition=0&offset=0&")) {
            String answer = given().get(OPS + way + "topic=__consumer_offsets").asString();
            assertThat(answer).as(way).contains("citestream.ops.other-topics");
        }
    }

    @Test
    void shouldBrowseByOffsetAndTimeAndShowOneFullMessage() throws Exception {
        // Given
        String topic = topic();
        write(topic, 10, i -> "{\"n\":" + i + ",\"pad\":\"" + "x".repeat(3000) + "\"}");
        // When, Then
        given().get(OPS + "messages?topic=" + topic + "&limit=3")
                .then()
                .statusCode(200)
                .body("messages.offset", equalTo(List.of(9, 8, 7)))
                .body("messages[0].truncated", equalTo(true))
                .body("ranges.'0'.end", equalTo(10));
        JsonPath from = given().get(OPS + "messages?topic=" + topic + "&partition=0&offset=4&limit=2")
                .jsonPath();
        assertThat(from.getList("messages.offset")).isEqualTo(List.of(4, 5));
        String time = from.getString("messages[1].at");
        given().queryParam("time", time)
                .get(OPS + "messages?topic=" + topic + "&limit=50")
                .then()
                .body("messages.offset", hasItems(5, 9));
        given().get(OPS + "messages/one?topic=" + topic + "&partition=0&offset=4")
                .then()
                .body("truncated", equalTo(false))
                .body("encoding", equalTo("json"))
                .body("headers.find { it.name == 'type' }.value", equalTo("Test"));
        given().get(OPS + "messages/one?topic=" + topic + "&partition=0&offset=99")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldLinkAStatementToItsPageAndItsSchema() throws Exception {
        // Given
        SmallArticle article = SmallArticle.of("doi:10.5555/ops.link", "doi:10.5555/ops.cited");
        SmallArticle.send(article.records());

        JsonPath page = given().get(OPS + "messages?topic=" + SmallArticle.TOPIC + "&partition=2&limit=50")
                .jsonPath();
        String mine = "messages.find { it.key == '" + article.statement() + "' }.";
        // When, Then
        assertThat(page.getString(mine + "statement"))
                .isEqualTo(article.statement().toString());
        assertThat(page.getString(mine + "schema")).isEqualTo(OPS + "schemas/StatementClassified");
        given().get(page.getString(mine + "schema")).then().statusCode(200).body("title", containsString("Statement"));
    }

    @Test
    void shouldAnswerAtOnceWhenTopicIsEmpty() throws Exception {
        // Given
        String topic = topic();
        long began = System.nanoTime();
        // When, Then
        given().get(OPS + "messages?topic=" + topic).then().statusCode(200).body("messages", equalTo(List.of()));
        try (var lines = stream(OPS + "messages/search?text=x&topic=" + topic)) {
            assertThat(lines.until("end", 1).get(0)).contains("\"end\":\"end\"", "\"of\":0");
        }

        // Far below any patience with the broker: nothing was waited for.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void shouldStreamHitsOfASearchUpToTheEndsAtItsStart() throws Exception {
        // Given
        String topic = topic();
        write(topic, 3000, i -> "{\"n\":" + i + ",\"cited\":\"doi:10.5555/" + i % 100 + "\"}");
        // When, Then
        try (var lines = stream(OPS + "messages/search?path=$.cited&equals=doi:10.5555/7&topic=" + topic)) {
            List<String> hits = lines.until("hit", 30);
            assertThat(hits).allSatisfy(hit -> assertThat(hit).contains("10.5555/7"));
            assertThat(lines.until("end", 1).get(0)).contains("\"hits\":30", "\"read\":3000", "\"end\":\"end\"");
        }
        given().get(OPS + "messages/search?path=$[&topic=" + topic)
                .then()
                .statusCode(400)
                .body("parameter", equalTo("path"));
    }

    @Test
    void shouldFollowWhatIsWritten() throws Exception {
        // Given
        String topic = topic();
        write(topic, 2, i -> "before");
        // When, Then
        try (var lines = stream(OPS + "messages/tail?topic=" + topic)) {
            lines.until("started", 1);
            write(topic, 2, i -> "after " + i);
            assertThat(lines.until("message", 2))
                    .satisfiesExactly(first -> assertThat(first).contains("after 0"), second -> assertThat(second)
                            .contains("after 1"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "messages, 400",
        "messages?topic=nope-there-is-none, 404",
        "messages?topic=a%20b, 404",
        "messages?topic=citations.classified.v1&partition=99, 404",
        "messages?topic=citations.classified.v1&partition=x, 400",
        "messages?topic=citations.classified.v1&time=yesterday, 400",
        "messages/search?topic=citations.classified.v1, 400",
        "schemas/..%2Fx, 404",
        "schemas/Nothing, 404",
        "audit?limit=0, 400"
    })
    void shouldSayWhatIsWrong(String path, int status) {
        given().urlEncodingEnabled(false)
                .get(OPS + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"citations.classified.v1", "citations.publications.v1", "citations.corrections.v1"})
    void shouldGoOnAndShowADeadLetterWhenMessageIsPoison(String topic) throws Exception {
        // Given
        String article = "doi:10.5555/ops.poison." + topic;
        SmallArticle after = SmallArticle.of("doi:10.5555/ops.after." + topic, "doi:10.5555/ops.cited");

        // When
        SmallArticle.send(List.of(poison(topic, article, "{\"broken")));
        SmallArticle.send(after.records());

        // Then
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> given().queryParam("article", article)
                .get(OPS + "dead-letters")
                .then()
                .body("letters[0].group", equalTo("citestream.projection"))
                .body("letters[0].category", equalTo("undecodable"))
                .body("letters[0].reason", containsString("no JSON"))
                .body("letters[0].state", equalTo("open"))
                .body("categories.category", hasItem("undecodable")));
        eventually(
                () -> given().get("/api/v1/articles/" + after.citing()).then().body("complete", equalTo(true)));
    }

    @Test
    void shouldShowInvalidOrdersOnTheControlTopicAndGoOn() throws Exception {
        // Given
        SmallArticle after = SmallArticle.of("doi:10.5555/ops.after.control", "doi:10.5555/ops.cited");

        // When
        SmallArticle.send(List.of(poison("citestream.control.v1", "", "not an order")));
        SmallArticle.send(after.records());

        // Then
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> given().queryParam("category", "control")
                .get(OPS + "dead-letters")
                .then()
                .body("letters[0].reason", containsString("is not an order")));
        eventually(
                () -> given().get("/api/v1/articles/" + after.citing()).then().body("complete", equalTo(true)));
    }

    /** A database that refuses one statement stands for a fault of ours that is mended later. */
    @Test
    void shouldBeAsIfNeverPoisonedWhenRedrivenAfterTheFix() throws Exception {
        // Given
        View view = new View(dataSource);
        SmallArticle poisoned = SmallArticle.of("doi:10.5555/ops.fix", "doi:10.5555/ops.fix.cited");
        String schema = view.lines("SELECT 'view_' || number FROM app.generation WHERE state = 'active'")
                .get(0);
        execute("CREATE FUNCTION " + schema + ".refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF NEW.id = ''"
                + poisoned.statement()
                + "'' THEN RAISE EXCEPTION USING ERRCODE = ''22000'', MESSAGE = ''cannot hold it''; END IF;"
                + " RETURN NEW; END'");
        execute("CREATE TRIGGER refuse BEFORE INSERT ON " + schema + ".statement FOR EACH ROW EXECUTE FUNCTION "
                + schema + ".refuse()");
        SmallArticle.send(poisoned.records());
        eventually(() -> given().get(OPS + "articles")
                .then()
                .body("incomplete.find { it.id == '" + poisoned.citing() + "' }.missingStatements", equalTo(1))
                .body(
                        "incomplete.find { it.id == '" + poisoned.citing() + "' }.letters[0].reason",
                        containsString("cannot hold it")));
        // When: the fix, a rehearsal, the redrive
        execute("DROP TRIGGER refuse ON " + schema + ".statement");
        String body = "{\"group\":\"citestream.projection\",\"category\":\"data\",\"dryRun\":%s}";
        given().contentType(ContentType.JSON)
                .body(body.formatted("true"))
                .post(OPS + "dead-letters/redrive")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("letters", equalTo(1))
                .body("topics.'redrive.citestream.projection'", equalTo(1));
        given().contentType(ContentType.JSON)
                .body(body.formatted("false"))
                .post(OPS + "dead-letters/redrive")
                .then()
                .statusCode(200)
                .body("letters", equalTo(1));
        // Then
        eventually(() ->
                given().get("/api/v1/articles/" + poisoned.citing()).then().body("complete", equalTo(true)));
        SmallArticle twin = SmallArticle.of("doi:10.5555/ops.twin", "doi:10.5555/ops.twin.cited");
        SmallArticle.send(twin.records());
        eventually(() -> given().get("/api/v1/articles/" + twin.citing()).then().body("complete", equalTo(true)));
        assertThat(seen(view, poisoned).replace("ops.fix", "ops.twin")).isEqualTo(seen(view, twin));
        eventually(() -> given().queryParam("article", poisoned.citing())
                .get(OPS + "dead-letters")
                .then()
                .body("letters[0].state", equalTo("redriven"))
                .body("letters[0].by", equalTo("this machine")));
        given().get(OPS + "audit").then().body("entries.action", hasItem("redrive"));
        given().get(OPS + "articles")
                .then()
                .body("incomplete.id", org.hamcrest.Matchers.not(hasItem(poisoned.citing())));
        // When: a newer reading, and the old letter once more
        SmallArticle newer = new SmallArticle(poisoned.citing(), poisoned.cited(), 2, "contrasting");
        SmallArticle.send(newer.records());
        eventually(() ->
                given().get("/api/v1/articles/" + poisoned.citing()).then().body("revision", equalTo(2)));
        String before = seen(view, newer);
        JsonPath letter = given().queryParam("article", poisoned.citing())
                .get(OPS + "dead-letters")
                .jsonPath();
        Map<String, Object> place = letter.getMap("letters[0].place");
        given().contentType(ContentType.JSON)
                .body(Map.of("letters", List.of(place), "dryRun", false))
                .post(OPS + "dead-letters/redrive")
                .then()
                .body("letters", equalTo(1));
        SmallArticle last = SmallArticle.of("doi:10.5555/ops.last", "doi:10.5555/ops.cited");
        SmallArticle.send(last.records());
        eventually(() ->
                given().get(OPS + "lag?group=citestream.projection").then().body("groups[0].lag", equalTo(0)));
        eventually(() -> given().get("/api/v1/articles/" + last.citing()).then().body("complete", equalTo(true)));
        // Then
        assertThat(seen(view, newer)).isEqualTo(before);
    }

    @Test
    void shouldCountAnArticleAsCompleteWhenWhatIsMissingWasDiscarded() throws Exception {
        // Given
        SmallArticle article = SmallArticle.of("doi:10.5555/ops.discard", "doi:10.5555/ops.cited");
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(article.records());
        ProducerRecord<byte[], byte[]> statement = records.get(1);
        records.set(
                1,
                new ProducerRecord<>(
                        statement.topic(),
                        statement.partition(),
                        statement.key(),
                        "{\"text\":5}".getBytes(StandardCharsets.UTF_8),
                        statement.headers()));
        SmallArticle.send(records);
        // When, Then
        eventually(() -> given().get(OPS + "articles").then().body("incomplete.id", hasItem(article.citing())));
        given().get("/api/v1/articles/" + article.citing()).then().body("complete", equalTo(false));
        JsonPath letter = given().queryParam("article", article.citing())
                .get(OPS + "dead-letters")
                .jsonPath();
        Map<String, Object> place = letter.getMap("letters[0].place");

        given().contentType(ContentType.JSON)
                .body(Map.of("letters", List.of(place)))
                .post(OPS + "dead-letters/discard")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("why"));
        given().contentType(ContentType.JSON)
                .body(Map.of("letters", List.of(place), "why", "the publisher's fault"))
                .post(OPS + "dead-letters/discard")
                .then()
                .statusCode(200);

        given().get(OPS + "articles")
                .then()
                .body("incomplete.id", org.hamcrest.Matchers.not(hasItem(article.citing())));
        given().get("/api/v1/articles/" + article.citing())
                .then()
                .body("complete", equalTo(true))
                .body("discarded", equalTo(1))
                .body("visible", equalTo(0));
        given().queryParam("article", article.citing())
                .get(OPS + "dead-letters")
                .then()
                .body("letters[0].state", equalTo("discarded"))
                .body("letters[0].why", equalTo("the publisher's fault"));
    }

    @Test
    void shouldPauseAndResumeTheProjection() throws Exception {
        // Given
        SmallArticle paused = SmallArticle.of("doi:10.5555/ops.paused", "doi:10.5555/ops.cited");
        // When, Then
        given().queryParam("why", "a test")
                .post(OPS + "loops/citestream.projection/pause")
                .then()
                .statusCode(200)
                .body("loops.find { it.group == 'citestream.projection' }.paused", equalTo(true))
                .body("loops.find { it.group == 'citestream.projection' }.why", equalTo("a test"));
        try {
            eventually(() -> given().get(OPS + "loops")
                    .then()
                    .body("loops.find { it.group == 'citestream.projection' }.state", equalTo("paused")));
            SmallArticle.send(paused.records());
            given().get("/api/v1/articles/" + paused.citing()).then().statusCode(404);
        } finally {
            // Every other test of this class needs the projection.
            given().post(OPS + "loops/citestream.projection/resume").then().statusCode(200);
        }

        eventually(
                () -> given().get("/api/v1/articles/" + paused.citing()).then().body("complete", equalTo(true)));
        given().post(OPS + "loops/nothing/pause").then().statusCode(404);
        given().get(OPS + "audit").then().body("entries.action", hasItems("pause", "resume"));
    }

    @Test
    void shouldRebuildTheIndexAndCompareIt() throws Exception {
        // Given
        SmallArticle.send(SmallArticle.of("doi:10.5555/ops.index", "doi:10.5555/ops.cited")
                .records());
        // When, Then
        eventually(() -> given().get(OPS + "index")
                .then()
                .body("generation", greaterThan(0))
                .body("behind", equalTo(0)));

        given().post(OPS + "index/rebuild").then().statusCode(200);

        eventually(() -> given().get(OPS + "index").then().body("filling", equalTo(false)));
        eventually(() -> given().post(OPS + "index/check").then().body("agrees", equalTo(true)));
    }

    @Test
    void shouldSayWhoToAskWhenIngestIsNotKnown() {
        given().post(OPS + "articles/reingest?id=doi:10.5555/x")
                .then()
                .statusCode(503)
                .body("detail", containsString("citestream.ops.ingest-url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/consumers",
                "/messages",
                "/messages?topic=citations.classified.v1",
                "/dead-letters",
                "/articles",
                "/actions",
                "/audit",
                "/topics/citations.classified.v1",
                "/brokers",
                "/brokers/1",
                "/consumers/citestream.projection",
                "/articles?state=complete&q=ops",
                "/messages?topic=citations.classified.v1&mode=search&text=%3Cimg%3E"
            })
    void shouldServePagesUnderAStrictPolicy(String path) {
        // When
        String page = given().urlEncodingEnabled(false)
                .get("/ops" + path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("script-src 'self'; style-src 'self'"))
                .extract()
                .asString();
        // Then
        assertThat(page)
                .contains("aria-current=\"page\"")
                .doesNotContainPattern("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:|<img>");
    }

    @Test
    void shouldEscapeWhatMessagesSay() throws Exception {
        // Given
        String topic = topic();
        write(topic, 1, i -> "<script>alert(1)</script>");

        // When
        String page = given().get("/ops/messages?topic=" + topic).asString();

        // Then
        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void shouldDescribeATopicAsTheBrokerDoes() {
        // When
        JsonPath topic = given().get(OPS + "topics/citations.classified.v1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(topic.getList("topic.partitions.leader")).hasSize(12).containsOnly(1);
        assertThat(topic.getList("topic.partitions.inSync")).containsOnly(List.of(1));
        assertThat(topic.getList("topic.partitions.state")).containsOnly("ok");
        assertThat(topic.getString("topic.settings.find { it.name == 'cleanup.policy' }.value"))
                .isEqualTo("delete");
        assertThat(topic.getBoolean("topic.settings.find { it.name == 'retention.ms' }.set"))
                .isTrue();
        assertThat(topic.getString("types.find { it.name == 'StatementClassified' }.schema"))
                .isEqualTo("/api/v1/ops/schemas/StatementClassified");
        assertThat(topic.getBoolean("readable")).isTrue();
        for (String other : List.of("__consumer_offsets", "nope-there-is-none", "a%20b")) {
            given().urlEncodingEnabled(false)
                    .get(OPS + "topics/" + other)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void shouldDescribeBrokersAndAConsumerGroup() {
        given().get(OPS + "brokers")
                .then()
                .statusCode(200)
                .body("brokers.id", equalTo(List.of(1)))
                .body("brokers[0].leads", greaterThan(12))
                .body("brokers[0].lagging", equalTo(0));
        given().get(OPS + "brokers/1")
                .then()
                .body("broker.topics.find { it.topic == 'citations.classified.v1' }.leads", equalTo(12))
                .body("settings.name", hasItem("node.id"))
                .body("broker.folders[0].path", org.hamcrest.Matchers.notNullValue());
        given().get(OPS + "brokers/77").then().statusCode(404);
        given().get(OPS + "brokers/x").then().statusCode(400);
        eventually(() -> given().get(OPS + "consumers/citestream.projection")
                .then()
                .statusCode(200)
                .body("group.verdict", equalTo("ok"))
                .body("hour.size()", greaterThan(0)));
        given().get(OPS + "consumers/nobody").then().statusCode(404);
    }

    @Test
    void shouldSayWhereAlertsAreEvaluatedWhenPrometheusIsNotKnown() {
        given().get(OPS + "alerts")
                .then()
                .statusCode(200)
                .body("trouble", containsString("citestream.ops.prometheus-url"));
    }

    @Test
    void shouldGiveMessagesAsAFileWhenTheyAreDownloaded() throws Exception {
        // Given
        String topic = topic();
        write(topic, 3, i -> i == 1 ? "=1+1" : "{\"n\":" + i + "}");
        String download = OPS + "messages/download?topic=" + topic;

        // When
        String csv = given().get(download)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Citestream-Messages", "3")
                .header("Citestream-End", "end")
                .header("Content-Disposition", "attachment; filename=\"" + topic + ".csv\"")
                .extract()
                .asString();
        String lines = given().urlEncodingEnabled(false)
                .get(download + "&format=jsonl&text=%7B")
                .then()
                .contentType("application/x-ndjson")
                .header("Citestream-Messages", "2")
                .extract()
                .asString();

        // Then
        assertThat(csv.split("\r\n")).hasSize(4);
        assertThat(csv).contains(",'=1+1,").contains("\"{\"\"n\"\":2}\"");
        assertThat(lines.lines().map(JsonPath::from).map(line -> line.getString("value")))
                .containsExactly("{\"n\":0}", "{\"n\":2}");
        given().get(download + "&format=xml").then().statusCode(400).body("parameter", equalTo("format"));
        given().get(OPS + "messages/download?topic=__consumer_offsets").then().statusCode(404);
    }

    @Test
    void shouldSendALoopBackWhenItKeepsItsPlaceInKafkaAndSomebodyRunsIt() throws Exception {
        // Given
        String back = "/rewind?since=2026-01-01T00:00:00Z&why=a%20wrong%20model";
        given().post(OPS + "loops/citestream.classify/rewind?since=0").then().statusCode(400);
        given().urlEncodingEnabled(false)
                .post(OPS + "loops/citestream.projection" + back)
                .then()
                .statusCode(409)
                .body("detail", containsString("rebuild the view"));
        given().urlEncodingEnabled(false)
                .post(OPS + "loops/nobody" + back)
                .then()
                .statusCode(404);
        given().urlEncodingEnabled(false)
                .header("Origin", "https://evil.example")
                .post(OPS + "loops/citestream.classify" + back)
                .then()
                .statusCode(403);
        given().urlEncodingEnabled(false)
                .post(OPS + "loops/citestream.classify" + back)
                .then()
                .statusCode(409)
                .body("detail", containsString("No instance"));
        try (KafkaConsumer<byte[], byte[]> member = new KafkaConsumer<>(
                Map.of("bootstrap.servers", SharedPlatform.get().bootstrapServers(), "group.id", "citestream.classify"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            member.subscribe(List.of("citations.classified.v1"));
            await().atMost(LONG).until(() -> {
                member.poll(Duration.ofMillis(100));
                return given().get(OPS + "consumers/citestream.classify").statusCode() == 200
                        && given().get(OPS + "consumers/citestream.classify")
                                        .jsonPath()
                                        .getInt("group.members.size()")
                                > 0;
            });

            // When
            given().urlEncodingEnabled(false)
                    .post(OPS + "loops/citestream.classify" + back)
                    .then()
                    .statusCode(200)
                    .body("instances", equalTo(1));
        }

        // Then
        JsonPath messages =
                given().get(OPS + "messages?topic=citestream.control.v1").jsonPath();
        assertThat(messages.getString("messages.find { it.type == 'LoopRewound' }.key"))
                .isEqualTo("citestream.classify rewind");
        assertThat(messages.getString("messages.find { it.type == 'LoopRewound' }.value"))
                .contains("\"since\":\"2026-01-01T00:00:00Z\"");
        given().get(OPS + "audit").then().body("entries.action", hasItem("rewind"));
    }

    @Test
    void shouldListArticlesWithTheirStates() throws Exception {
        // Given
        SmallArticle whole = SmallArticle.of("doi:10.5555/ops.state", "doi:10.5555/ops.cited");
        SmallArticle.send(whole.records());
        eventually(
                () -> given().get("/api/v1/articles/" + whole.citing()).then().body("complete", equalTo(true)));

        // When, Then
        given().get(OPS + "articles/states?q=ops.state")
                .then()
                .statusCode(200)
                .body("articles.id", equalTo(List.of(whole.citing())))
                .body("articles[0].state", equalTo("complete"))
                .body("articles[0].statements", equalTo(1));
        given().get(OPS + "articles/states?q=ops.state&state=withdrawn").then().body("articles", equalTo(List.of()));
        given().get(OPS + "articles/states?limit=1&after=doi:10.5555/ops.stat")
                .then()
                .body("next", equalTo(whole.citing()));
        given().get(OPS + "articles/states?state=lost").then().statusCode(400).body("parameter", equalTo("state"));
    }

    @Test
    void shouldHoldDeadLettersThatFailedTooOftenWhenTheWholeCategoryIsRedriven() throws Exception {
        // Given
        String insert = "INSERT INTO app.dead_letter (topic, partition, log_offset, group_id, origin, category, reason,"
                + " attempt, bytes, at) VALUES ('dlq.citestream.held.x', 0, %d, 'citestream.held', 'x-0@0', 'data', 'again',"
                + " %d, 1, now())";
        execute(insert.formatted(1, 3));
        execute(insert.formatted(2, 4));

        // When, Then
        given().contentType(ContentType.JSON)
                .body("{\"group\":\"citestream.held\",\"category\":\"data\",\"dryRun\":true}")
                .post(OPS + "dead-letters/redrive")
                .then()
                .body("letters", equalTo(1))
                .body("held", equalTo(1));
        given().contentType(ContentType.JSON)
                .body(
                        "{\"letters\":[{\"topic\":\"dlq.citestream.held.x\",\"partition\":0,\"offset\":2}],\"dryRun\":true}")
                .post(OPS + "dead-letters/redrive")
                .then()
                .body("letters", equalTo(1))
                .body("held", equalTo(0));
        execute("DELETE FROM app.dead_letter WHERE group_id = 'citestream.held'");
    }

    private static String seen(View view, SmallArticle article) throws Exception {
        return view.lines("SELECT s.type, s.section, s.text, s.revision, c.id, p.id, t.supporting, t.contrasting,"
                        + " t.citing_publications FROM active.statement s"
                        + " JOIN active.publication p ON p.key = s.citing JOIN active.publication c ON c.key = s.cited"
                        + " JOIN active.tally t ON t.cited = s.cited WHERE s.id = '" + article.statement() + "'")
                .toString();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ProducerRecord<byte[], byte[]> poison(String topic, String article, String value) {
        var record = new ProducerRecord<>(
                topic, 0, "poison".getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
        Map.of("type", "StatementClassified", "article", article, "revision", "1")
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static String topic() throws Exception {
        String topic = "ops-" + UUID.randomUUID();
        try (Admin admin = Admin.create(
                Map.<String, Object>of("bootstrap.servers", SharedPlatform.get().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        return topic;
    }

    private interface Text {
        String of(int i);
    }

    private static void write(String topic, int count, Text text) throws Exception {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var record =
                    new ProducerRecord<>(topic, 0, new byte[] {'k'}, text.of(i).getBytes(StandardCharsets.UTF_8));
            record.headers().add("type", "Test".getBytes(StandardCharsets.UTF_8));
            records.add(record);
        }
        SmallArticle.send(records);
    }

    private static Lines stream(String path) throws Exception {
        HttpResponse<java.io.InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        RestAssured.baseURI + ":" + RestAssured.port + path.replace("$", "%24")))
                                .timeout(LONG)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Lines(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
    }

    /** Server-sent events as they come. */
    private record Lines(BufferedReader reader) implements AutoCloseable {

        /** The data of the next events of that name; others are passed over. */
        List<String> until(String event, int count) throws Exception {
            List<String> data = new ArrayList<>();
            String name = "";
            while (data.size() < count) {
                String line = reader.readLine();
                assertThat(line).as("the stream goes on").isNotNull();
                if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:") && name.equals(event)) {
                    data.add(line.substring(5).strip());
                }
            }
            return data;
        }

        @Override
        public void close() throws java.io.IOException {
            reader.close();
        }
    }
}
