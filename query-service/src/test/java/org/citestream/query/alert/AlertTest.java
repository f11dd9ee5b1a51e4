package org.citestream.query.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.kit.deadletter.Place;
import org.citestream.query.PlatformResource;
import org.citestream.query.alert.Receivers.Call;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.NoticeIssued;
import org.citestream.query.project.event.NoticeWithdrawn;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.FactBatch;
import org.citestream.query.project.write.Facts;
import org.citestream.query.vocabulary.CitationType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a change in the view to the mailbox and the receiver, over real SMTP and HTTP. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@WithTestResource(MailServer.class)
@Tag("slow")
class AlertTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("/alerts/([a-z]+)\\?t=([^\\s\"<&>]+)");

    private static Receivers receivers;
    private static long offset;

    @Inject
    AgroalDataSource dataSource;

    @BeforeAll
    static void openReceivers() throws Exception {
        receivers = new Receivers();
    }

    @AfterAll
    static void closeReceivers() {
        receivers.close();
    }

    @Test
    void shouldMailTheSentenceOnceConfirmedAndEndWithOneClick() throws Exception {
        // Given: signed up, and heard before confirming
        String cited = "doi:10.5555/alert.mailed";
        signUp("ada@example.org", Map.of("follows", "work", "target", "10.5555/ALERT.mailed", "type", "contrasting"))
                .then()
                .statusCode(200)
                .body(containsString("Check your mailbox"));
        MimeMessage asked = mail("ada@example.org", 0);
        assertThat(asked.getSubject()).startsWith("Please confirm");
        say("doi:10.5555/alert.citing.early", cited, CitationType.CONTRASTING);
        // When: looking at the link changes nothing, its button does
        String confirm = link(asked, "confirm");
        given().get("/alerts/confirm?t=" + confirm)
                .then()
                .statusCode(200)
                .body(containsString("Alerts on “A title” will come"), containsString("<button"));
        given().get("/alerts/confirm?t=" + confirm + "x").then().statusCode(403);
        awaitMatched();
        given().formParam("t", confirm)
                .redirects()
                .follow(false)
                .post("/alerts/confirm")
                .then()
                .statusCode(303);
        say("doi:10.5555/alert.citing.mention", cited, CitationType.MENTIONING);
        say("doi:10.5555/alert.citing.one", cited, CitationType.CONTRASTING);
        // Then: the contrasting one alone, the sentence in text and HTML, escaped there
        MimeMessage told = mail("ada@example.org", 1);
        String text = MailServer.part(told, "text/plain");
        String html = MailServer.part(told, "text/html");
        assertThat(text)
                .contains("As \"shown\" before \\ [B1].", "contrasting, in results")
                .doesNotContain("early");
        assertThat(html).contains("As &quot;shown&quot; before");
        assertThat(told.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(told.getHeader("Cc")).as("a header without a value").isNull();
        assertThat(told.getMessageID()).isEqualTo("<" + deliveries(cited).get(0) + "@127.0.0.1>");
        // And the page lists it; a mail program ends it with one click
        String mine = link(told, "mine");
        given().get("/alerts/mine?t=" + mine)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("ada@example.org"), containsString("type contrasting"));
        String unsubscribe = told.getHeader("List-Unsubscribe")[0].replaceAll(".*\\?t=([^>]+)>.*", "$1");
        given().get("/alerts/unsubscribe?t=" + unsubscribe).then().statusCode(200);
        assertThat(one("SELECT count(*) FROM app.alert WHERE target = '" + cited + "'"))
                .isEqualTo(1);
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post("/alerts/unsubscribe?t=" + unsubscribe)
                .then()
                .statusCode(200);
        assertThat(one("SELECT count(*) FROM app.subscriber WHERE address = 'ada@example.org'"))
                .isZero();
        given().get("/alerts/mine?t=" + mine).then().statusCode(403);
    }

    @Test
    void shouldRepeatWithTheSameMessageIdWhenTheCrashCameBeforeItWasNoted() throws Exception {
        // Given
        String cited = "doi:10.5555/alert.repeated";
        confirmed("bo@example.org", Map.of("follows", "work", "target", cited));
        say("doi:10.5555/alert.citing.two", cited, CitationType.SUPPORTING);
        // When
        MimeMessage first = mail("bo@example.org", 1);
        // Then
        await().atMost(SOON)
                .until(() -> one("SELECT count(*) FROM app.alert_delivery WHERE state = 'sent' AND id = '"
                                + deliveries(cited).get(0) + "'")
                        == 1);
        // As if the process had died between the mail server's answer and the note of it
        run("UPDATE app.alert_delivery SET state = 'pending', next_at = now() WHERE id = '"
                + deliveries(cited).get(0) + "'");
        MimeMessage again = mail("bo@example.org", 2);
        assertThat(again.getMessageID()).isEqualTo(first.getMessageID());
        assertThat(MailServer.part(again, "text/plain")).isEqualTo(MailServer.part(first, "text/plain"));
    }

    @Test
    void shouldNotifyFollowersOfACitingWorkWhenACitedWorkIsRetracted() throws Exception {
        // Given
        String cited = "doi:10.5555/alert.retracted";
        String citing = "doi:10.5555/alert.relies";
        say(citing, cited, CitationType.SUPPORTING);
        confirmed(
                "cy@example.org",
                Map.of("follows", "work", "target", citing, "event", "CitedNoticeIssued", "notice", "retraction"));
        // and one who follows every retraction, as the integrity board offers it
        confirmed(
                "di@example.org",
                Map.of("follows", "search", "target", "", "event", "NoticeIssued", "notice", "retraction"));
        write(
                new NoticeIssued(cited, "retraction", "2022-05-02", null, List.of(), "a registry"),
                "notice " + cited + " retraction 2022-05-02");
        // When, Then
        assertThat(MailServer.part(mail("cy@example.org", 1), "text/plain"))
                .contains("Editorial notice about a work that it cites: retraction (2022-05-02) of “A title”");
        write(
                new NoticeWithdrawn(cited, "retraction", "2022-05-02", "a registry", "reinstated"),
                "notice " + cited + " retraction 2022-05-02");
        assertThat(MailServer.part(mail("cy@example.org", 2), "text/plain"))
                .contains("about a work that it cites taken back: retraction (2022-05-02) of “A title”");
        assertThat(MailServer.part(mail("di@example.org", 1), "text/plain"))
                .contains("Editorial notice: retraction (2022-05-02)");
    }

    @Test
    void shouldMailNewContrastAndNoticesOfACollection() throws Exception {
        // Given: somebody who has the link for readers, and a work that was added after signing up
        String cited = "doi:10.5555/alert.collected";
        String later = "doi:10.5555/alert.collected.later";
        JsonPath made = given().contentType("application/octet-stream")
                .queryParam("name", "Watched <works>")
                .body("10.5555/alert.collected".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/collections")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = made.getString("collection.id");
        String token = made.getString("collection.readLink").replaceFirst(".*t=", "");
        given().get("/alerts/new?follows=collection&target=" + token + "&type=contrasting")
                .then()
                .statusCode(200)
                .body(
                        containsString("Watched &lt;works&gt;"),
                        containsString("/feeds/atom/collections/" + id + "?t=" + token));
        given().header("X-Forwarded-For", "192.0.2.9")
                .get("/alerts/new?follows=collection&target=" + id)
                .then()
                .statusCode(404);
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Forwarded-For", "192.0.2.9")
                .formParams(Map.of("follows", "collection", "target", token, "type", "contrasting"))
                .formParam("event", "StatementAdded", "NoticeIssued")
                .formParam("email", "flo@example.org")
                .post("/alerts")
                .then()
                .statusCode(200);
        given().formParam("t", link(mail("flo@example.org", 0), "confirm"))
                .redirects()
                .follow(false)
                .post("/alerts/confirm");
        given().contentType("application/octet-stream")
                .body(later.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/collections/" + id + "/works")
                .then()
                .statusCode(200);
        // When
        say("doi:10.5555/alert.citing.collected", cited, CitationType.MENTIONING);
        say("doi:10.5555/alert.citing.contrast", later, CitationType.CONTRASTING);
        // Then
        String contrast = MailServer.part(mail("flo@example.org", 1), "text/plain");
        assertThat(contrast)
                .contains("the collection “Watched <works>”", "contrasting, in results", "/collections/" + id + "?t=")
                .doesNotContain("mentioning");
        write(
                new NoticeIssued(cited, "retraction", "2022-05-02", null, List.of(), "a registry"),
                "notice " + cited + " retraction 2022-05-02");
        assertThat(MailServer.part(mail("flo@example.org", 2), "text/plain"))
                .contains("Editorial notice: retraction (2022-05-02)");
    }

    @Test
    void shouldRefuseWhenTheFormIsAbused() {
        signUp("not an address", Map.of("follows", "work", "target", "10.5555/x"))
                .then()
                .statusCode(400);
        signUp("a@b.org\r\nBcc: c@d.org", Map.of("follows", "work", "target", "10.5555/x"))
                .then()
                .statusCode(400);
        signUp("dee@example.org", Map.of("follows", "work", "target", "nothing"))
                .then()
                .statusCode(400);
        for (int i = 0; i < 3; i++) {
            signUp("dee@example.org", Map.of("follows", "work", "target", "10.5555/x"))
                    .then()
                    .statusCode(200);
        }
        signUp("dee@example.org", Map.of("follows", "work", "target", "10.5555/y"))
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("86400"));
    }

    @Test
    void shouldSignCallsAndReplayThemWhenAsked() throws Exception {
        // Given
        String cited = "doi:10.5555/alert.hooked";
        JsonPath made = webhook(receivers.url("/good"), Map.of("follows", "work", "target", cited));
        // When
        say("doi:10.5555/alert.citing.hook", cited, CitationType.SUPPORTING);
        await().atMost(SOON).until(() -> about(cited).size() == 1);
        // Then
        Call call = about(cited).get(0);
        assertThat(call.json().at("/changes/0/event").asText()).isEqualTo("StatementAdded");
        assertThat(call.json().at("/changes/0/data/type").asText()).isEqualTo("supporting");
        assertThat(call.header("webhook-signature"))
                .isEqualTo(WebhookSignature.of(
                        made.getString("secret"),
                        call.header("webhook-id"),
                        Long.parseLong(call.header("webhook-timestamp")),
                        call.body().getBytes(StandardCharsets.UTF_8)));
        // And it is a CloudEvent
        assertThat(call.header("ce-specversion")).isEqualTo("1.0");
        assertThat(call.header("ce-type")).isEqualTo("org.citestream.changes.v1");
        assertThat(call.header("ce-id")).isEqualTo(call.header("webhook-id"));
        assertThat(call.header("ce-source")).endsWith("/api/v1/alerts/" + made.get("alert.id"));
        assertThat(call.header("ce-time"))
                .isEqualTo(call.json().at("/changes/0/data/at").asText());
        // And a replay brings the same changes in a new delivery
        given().post("/api/v1/alerts/" + made.get("alert.id") + "/replay?from=0&token=" + made.get("token"))
                .then()
                .statusCode(202);
        await().atMost(SOON).until(() -> about(cited).size() == 2);
        JsonNode again = about(cited).get(1).json();
        assertThat(again.get("changes")).isEqualTo(call.json().get("changes"));
        assertThat(again.get("delivery")).isNotEqualTo(call.json().get("delivery"));
        given().get("/api/v1/alerts/" + made.get("alert.id") + "?token=" + made.get("token"))
                .then()
                .statusCode(200)
                .body("deliveries", hasSize(2), "deliveries[0].state", equalTo("sent"), "state", equalTo("active"));
        given().get("/api/v1/alerts/" + made.get("alert.id") + "?token=w." + UUID.randomUUID() + ".0.x")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void shouldWithstandHostileReceivers() throws Exception {
        String cited = "doi:10.5555/alert.hostile";
        JsonPath hangs = webhook(receivers.url("/hangs"), Map.of("follows", "work", "target", cited));
        JsonPath broken = webhook(receivers.url("/broken"), Map.of("follows", "work", "target", cited));
        JsonPath redirects = webhook(receivers.url("/redirects"), Map.of("follows", "work", "target", cited));
        JsonPath gigabyte = webhook(receivers.url("/gigabyte"), Map.of("follows", "work", "target", cited));
        JsonPath nobody = webhook("http://127.0.0.1:1/", Map.of("follows", "work", "target", cited));
        // When
        say("doi:10.5555/alert.citing.hostile", cited, CitationType.CONTRASTING);
        // Then: each fails by itself, the reason can be seen, nothing was followed inside
        assertDisabled(hangs, "no answer within 1 s");
        assertDisabled(broken, "HTTP 500");
        assertDisabled(redirects, "HTTP 302; redirects are not followed");
        assertDisabled(nobody, "127.0.0.1:1");
        assertThat(receivers.to("/internal")).isEmpty();
        await().atMost(SOON).untilAsserted(() -> state(gigabyte)
                .then()
                .body("deliveries[0].state", equalTo("sent"), "deliveries[0].outcome", equalTo("HTTP 200")));
        // And whoever operates it sees so many given up, and what waits of those that go on
        String metrics = given().get("/q/metrics").asString();
        assertThat(metric(metrics, "citestream_alerts_disabled_total{by=\"webhook\"}"))
                .isGreaterThanOrEqualTo(4);
        assertThat(metric(metrics, "citestream_alerts_deliveries_total{by=\"webhook\",result=\"failed\"}"))
                .isGreaterThanOrEqualTo(12);
        assertThat(metric(metrics, "citestream_alerts_deliveries_total{by=\"webhook\",result=\"sent\"}"))
                .isGreaterThanOrEqualTo(1);
        assertThat(metric(metrics, "citestream_alerts_waiting")).isGreaterThanOrEqualTo(0);
        // And what was missed goes out once the receiver is mended
        receivers.mended.set(true);
        int before = receivers.to("/broken").size();
        given().post("/api/v1/alerts/" + broken.get("alert.id") + "/enable?token=" + broken.get("token"))
                .then()
                .statusCode(200)
                .body("state", equalTo("active"));
        await().atMost(SOON).until(() -> receivers.to("/broken").size() == before + 1);
        assertThat(receivers.to("/broken").stream()
                        .map(call -> call.header("webhook-id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void shouldNotifyAboutAuthorsJournalsAndSearchesWhenTheyMatch() throws Exception {
        // Given
        JsonPath author = webhook(receivers.url("/good"), Map.of("follows", "author", "target", "ada LOVELACE"));
        JsonPath search = webhook(
                receivers.url("/good"),
                Map.of(
                        "follows",
                        "search",
                        "target",
                        "shown AND \"as shown\"",
                        "condition",
                        Map.of("type", "mentioning")));
        JsonPath person = webhook(
                receivers.url("/good"), Map.of("follows", "author", "target", "https://orcid.org/0000-0002-1825-0097"));
        JsonPath other = webhook(receivers.url("/good"), Map.of("follows", "search", "target", "nowhere"));
        run("INSERT INTO view_1.publication (id, root, author_names) VALUES ('doi:10.5555/alert.lovelace', 0,"
                + " '{Ada Lovelace,0000-0002-1825-0097}')");
        run("UPDATE view_1.publication SET root = key WHERE root = 0");
        // When
        say("doi:10.5555/alert.citing.lovelace", "doi:10.5555/alert.lovelace", CitationType.MENTIONING);
        // Then
        for (JsonPath hook : List.of(author, person, search)) {
            await().atMost(SOON).untilAsserted(() -> state(hook)
                    .then()
                    .body("deliveries[0].state", equalTo("sent"), "deliveries[0].changes", equalTo(1)));
        }
        state(other).then().body("deliveries", hasSize(0));
    }

    @Test
    void shouldSayWhatIsWrongWhenTheBodyIs() {
        given().contentType(ContentType.JSON)
                .body("{\"follows\":\"work\",")
                .post("/api/v1/alerts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        for (String body : List.of(
                "{\"follows\":\"work\",\"target\":\"10.5555/x\"}",
                "{\"follows\":\"all\",\"target\":\"10.5555/x\",\"email\":\"a@b.org\"}",
                "{\"follows\":\"work\",\"target\":\"10.5555/x\",\"email\":\"a@b.org\",\"condition\":{\"colour\":\"red\"}}",
                "{\"follows\":\"work\",\"target\":\"10.5555/x\",\"webhook\":\"ftp://example.org/\"}",
                "{\"follows\":\"search\",\"target\":\"(open\",\"webhook\":\"http://127.0.0.1/\"}")) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .post("/api/v1/alerts")
                    .then()
                    .statusCode(400)
                    .body("detail", not(startsWith("null")));
        }
    }

    private void assertDisabled(JsonPath hook, String reason) {
        await().atMost(SOON).untilAsserted(() -> state(hook)
                .then()
                .body(
                        "state", equalTo("disabled"),
                        "failures", equalTo(3),
                        "reason", startsWith("3 deliveries in a row failed"),
                        "reason", containsString(reason)));
    }

    private static double metric(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    private static Response state(JsonPath hook) {
        return given().get("/api/v1/alerts/" + hook.get("alert.id") + "?token=" + hook.get("token"));
    }

    private static JsonPath webhook(String url, Map<String, Object> wish) {
        Map<String, Object> body = new java.util.HashMap<>(wish);
        body.put("webhook", url);
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/alerts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private List<Call> about(String cited) {
        return receivers.to("/good").stream()
                .filter(call -> call.json().path("target").asText().equals(cited))
                .toList();
    }

    private static Response signUp(String address, Map<String, String> fields) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .formParam("email", address)
                .post("/alerts");
    }

    private void confirmed(String address, Map<String, String> fields) throws Exception {
        signUp(address, fields).then().statusCode(200);
        given().formParam("t", link(mail(address, 0), "confirm"))
                .redirects()
                .follow(false)
                .post("/alerts/confirm")
                .then()
                .statusCode(303);
    }

    /** The n-th mail to this address. */
    private static MimeMessage mail(String address, int nth) {
        return await("mail " + nth + " to " + address)
                .atMost(SOON)
                .until(() -> MailServer.mails(address), mails -> mails.size() > nth)
                .get(nth);
    }

    private static String link(MimeMessage message, String page) throws Exception {
        Matcher link = LINK.matcher(MailServer.part(message, "text/plain"));
        while (link.find()) {
            if (link.group(1).equals(page)) {
                return link.group(2);
            }
        }
        throw new AssertionError("no link to " + page);
    }

    /** One article with one statement, as the projection writes it. */
    private void say(String citing, String cited, CitationType type) throws Exception {
        BatchWriter writer = new BatchWriter(dataSource, new Generations(dataSource).ensureActive());
        FactBatch batch = new FactBatch();
        for (Fact fact : List.of(
                Facts.references(citing, 1, List.of(Facts.reference("B1", cited))),
                Facts.statement(citing, 1, "B1", cited, type),
                Facts.closed(citing, 1, 1, 1))) {
            batch.add(new LoggedFact<>(fact, citing, new Place("classified", 1, offset++), false, null));
        }
        writer.write(batch, List.of(), List.of());
    }

    private void write(Fact fact, String key) throws Exception {
        FactBatch batch = new FactBatch();
        batch.add(new LoggedFact<>(fact, key, new Place("publications", 1, offset++), false, null));
        new BatchWriter(dataSource, new Generations(dataSource).ensureActive()).write(batch, List.of(), List.of());
    }

    /** Waits until all changes were compared with the alerts. */
    private void awaitMatched() {
        await().atMost(SOON)
                .until(() -> one("SELECT count(*) FROM view_1.outbox") == 0
                        && one("SELECT r.last_sequence - p.last_sequence FROM app.relay r, app.alert_progress p") == 0);
    }

    private List<String> deliveries(String target) throws Exception {
        List<String> ids = new ArrayList<>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT d.id FROM app.alert_delivery d JOIN app.alert a ON a.id = d.alert"
                                + " WHERE a.target = '" + target + "' ORDER BY d.created_at")) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    private long one(String sql) throws Exception {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws Exception {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
