package org.citestream.query.correction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.ClassifiedArticle;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Corrections from the request over the log to the report. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class CorrectionsTest {

    private static final String SENTENCE = "See how freezing doubled after tone training in our own animals too.";

    @ConfigProperty(name = "citestream.data")
    Path data;

    @BeforeEach
    void giveKeys() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (String name : List.of("ann", "bob", "cat")) {
            lines.append(name + " curate " + sha256(name + "-key") + " 2026-11-22T00:00:00Z\n");
        }
        lines.append("op operate " + sha256("op-key") + " 2026-11-22T00:00:00Z\n");
        Files.writeString(data.resolve("keys"), lines.toString());
    }

    @AfterEach
    void forgetKeys() throws IOException {
        Files.delete(data.resolve("keys"));
    }

    @Test
    void shouldMoveTheTallyOnceEnoughPeopleAgreeAndBackWhenWithdrawn() throws Exception {
        // Given
        UUID statement = article("agreed", 1, SENTENCE);

        // When one proposes, nothing moves but the proposal shows
        String id = propose("ann", statement, "supporting", "Own data agree.")
                .statusCode(201)
                .body("status", equalTo("proposed"))
                .body("people", equalTo(1))
                .body("needed", equalTo(3))
                .extract()
                .path("id");
        assertThat(tally("agreed", "")).isEqualTo(Map.of("supporting", 0, "mentioning", 1));
        statement(statement)
                .body("statement.type", equalTo("mentioning"))
                .body("statement.proposed", equalTo("supporting"));
        as("ann").post("/api/v1/corrections/" + id + "/confirm").then().statusCode(409);

        // When two others confirm, it counts
        as("bob")
                .body("{\"why\":\"Indeed.\"}")
                .post("/api/v1/corrections/" + id + "/confirm")
                .then()
                .statusCode(200);
        assertThat(tally("agreed", "")).isEqualTo(Map.of("supporting", 0, "mentioning", 1));
        as("cat").post("/api/v1/corrections/" + id + "/confirm").then().statusCode(200);

        // Then
        awaitTally("agreed", "", 1, 0);
        assertThat(tally("agreed", "?labels=machine")).isEqualTo(Map.of("supporting", 0, "mentioning", 1));
        correction(id)
                .body("status", equalTo("accepted"))
                .body("inForce", equalTo(true))
                .body("acceptedBy", equalTo("3 people who agree"));
        statement(statement)
                .body("statement.type", equalTo("supporting"))
                .body("statement.machineType", equalTo("mentioning"))
                .body("history.what", equalTo(List.of("added", "proposed", "confirmed", "confirmed", "accepted")))
                .body("history[1].why", equalTo("Own data agree."));

        // When
        as("ann")
                .body("{\"why\":\"I misread it.\"}")
                .post("/api/v1/corrections/" + id + "/withdraw")
                .then()
                .statusCode(200)
                .body("status", equalTo("withdrawn"));
        // Then
        awaitTally("agreed", "", 0, 1);
        given().get("/api/v1/statements/" + statement + "/history")
                .then()
                .statusCode(200)
                .body("history.what", hasItem("withdrawn"))
                .body("history.why", hasItem("I misread it."));
        as("ann")
                .body("{\"why\":\"Again.\"}")
                .post("/api/v1/corrections/" + id + "/withdraw")
                .then()
                .statusCode(409);
    }

    @Test
    void shouldKeepACorrectionWhenItsArticleIsReingested() throws Exception {
        // Given
        UUID statement = article("anew", 1, SENTENCE);
        String id = propose("ann", statement, "contrasting", "They found less.")
                .extract()
                .path("id");
        // When, Then
        as("bob")
                .post("/api/v1/corrections/" + id + "/accept")
                .then()
                .statusCode(200)
                .body("acceptedBy", equalTo("bob"));
        article("anew", 2, SENTENCE);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> statement(statement)
                .body("statement.revision", equalTo(2))
                .body("statement.type", equalTo("contrasting"))
                .body("statement.machineType", equalTo("mentioning")));
        as("bob").post("/api/v1/corrections/" + id + "/accept").then().statusCode(409);
    }

    @Test
    void shouldOfferTheMostSimilarSentenceWhenTheStatementVanished() throws Exception {
        // Given a correction in force, and a reading that has other words
        UUID statement = article("gone", 1, SENTENCE);
        String id = as("ann")
                .body(body(statement, "supporting", "Own data.", true))
                .post("/api/v1/corrections")
                .then()
                .statusCode(201)
                .body("status", equalTo("accepted"))
                .extract()
                .path("id");
        String successor = "See how freezing doubled after tone training in our own animals as well.";
        new ClassifiedArticle("doi:10.5555/corr.gone", "doi:10.5555/corr.gone.cited", 2)
                .says("All procedures followed the guidelines.")
                .says(successor)
                .publish();
        UUID next = ClassifiedArticle.idOf("doi:10.5555/corr.gone", successor);

        // Then it is listed with its like
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonPath vanished = given().get("/api/v1/corrections/vanished").jsonPath();
            assertThat(vanished.getList("vanished.correction.id")).contains(id);
            assertThat(vanished.getString("vanished.find { it.correction.id == '" + id + "' }.candidate.statement"))
                    .isEqualTo(next.toString());
        });
        given().get("/corrections").then().statusCode(200).body(containsString("Move correction"));
        given().get("/api/v1/statements/" + statement).then().statusCode(410);
        given().get("/api/v1/statements/" + statement + "/history").then().body("history.what", hasItem("removed"));

        // When
        String moved = as("bob")
                .post("/api/v1/corrections/" + id + "/move")
                .then()
                .statusCode(200)
                .body("statement", equalTo(next.toString()))
                .body("by", equalTo("ann"))
                .body("movedFrom", equalTo(statement.toString()))
                .extract()
                .path("id");
        // Then
        correction(moved).body("inForce", equalTo(true));
        awaitTally("gone", "", 1, 1);
        correction(id).body("status", equalTo("withdrawn"));
    }

    @Test
    void shouldRefuseAnInvalidCorrectionWithAReason() throws Exception {
        // Given
        UUID statement = article("refused", 1, SENTENCE);
        // When, Then
        propose("ann", statement, "mentioning", "x").statusCode(422).body("detail", containsString("already"));
        propose("ann", statement, "supporting", " ").statusCode(422).body("detail", containsString("why"));
        propose("ann", statement, "supporting", "y".repeat(1001)).statusCode(422);
        propose("ann", statement, "glorious", "x").statusCode(422).body("detail", containsString("supporting"));
        propose("ann", UUID.randomUUID(), "supporting", "x").statusCode(404);
        as("ann").body("{broken").post("/api/v1/corrections").then().statusCode(400);
        as("ann")
                .body("{\"statement\":\"7\"}")
                .post("/api/v1/corrections")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body(body(statement, "supporting", "x", false))
                .post("/api/v1/corrections")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        propose("op", statement, "supporting", "x").statusCode(403);
        propose("ann", statement, "supporting", "x").statusCode(201);
        propose("ann", statement, "supporting", "x again").statusCode(409);
        given().get("/api/v1/corrections?status=none").then().statusCode(400);
        given().get("/api/v1/corrections/unknown").then().statusCode(404);
    }

    @Test
    void shouldWorkByFormsWhenABrowserHasNoScript() throws Exception {
        // Given
        UUID statement = article("forms", 1, SENTENCE);
        given().redirects()
                .follow(false)
                .accept("text/html")
                .get("/statements/" + statement + "/disagree")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?to="));
        String cookie = browser(null)
                .formParam("key", "ann-key")
                .formParam("to", "/statements/" + statement + "/disagree")
                .post("/login")
                .cookie("citestream-session");

        // When
        browser(cookie)
                .get("/statements/" + statement + "/disagree")
                .then()
                .statusCode(200)
                .body(containsString("name=\"to\" value=\"supporting\""))
                .body(containsString(" how freezing doubled after tone training"));
        browser(cookie)
                .formParam("statement", statement.toString())
                .formParam("to", "supporting")
                .formParam("why", "<b>Own</b> data")
                .formParam("accept", "true")
                .post("/corrections")
                .then()
                .statusCode(303)
                .header("Location", containsString("/statements/" + statement + "#history"));

        // Then
        browser(cookie)
                .get("/statements/" + statement)
                .then()
                .statusCode(200)
                .body(containsString("ann proposed <b>supporting</b>"))
                .body(containsString("&lt;b&gt;Own&lt;/b&gt; data"))
                .body(containsString(">Disagree?</a>"));
        awaitTally("forms", "", 1, 0);
        String gold = given().get("/api/v1/corrections/gold.jsonl").body().asString();
        assertThat(gold.lines().filter(line -> line.contains(statement.toString())))
                .singleElement()
                .asString()
                .contains(
                        "\"stance\":\"supporting\"",
                        "\"text\":\"" + SENTENCE + "\"",
                        "\"cite\":[0,3]",
                        "\"section\":\"");
    }

    private static UUID article(String name, long revision, String sentence) throws Exception {
        String citing = "doi:10.5555/corr." + name;
        new ClassifiedArticle(citing, citing + ".cited", revision)
                .says(sentence)
                .publish();
        UUID statement = ClassifiedArticle.idOf(citing, sentence);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> statement(statement).body("statement.revision", equalTo((int) revision)));
        return statement;
    }

    private static ValidatableResponse statement(UUID id) {
        return given().get("/api/v1/statements/" + id).then().statusCode(200);
    }

    private static ValidatableResponse correction(String id) {
        return given().get("/api/v1/corrections/" + id).then().statusCode(200);
    }

    private static void awaitTally(String name, String query, int supporting, int mentioning) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(tally(name, query))
                .isEqualTo(Map.of("supporting", supporting, "mentioning", mentioning)));
    }

    private static Map<String, Integer> tally(String name, String query) {
        JsonPath report = given().get("/api/v1/reports/doi:10.5555/corr." + name + ".cited" + query)
                .jsonPath();
        return Map.of("supporting", report.getInt("tally.supporting"), "mentioning", report.getInt("tally.mentioning"));
    }

    private static ValidatableResponse propose(String who, UUID statement, String to, String why) {
        return as(who).body(body(statement, to, why, false))
                .post("/api/v1/corrections")
                .then();
    }

    private static Map<String, Object> body(UUID statement, String to, String why, boolean accept) {
        return Map.of("statement", statement.toString(), "to", to, "why", why, "accept", accept);
    }

    private static RequestSpecification as(String name) {
        return given().contentType("application/json").header("Authorization", "Bearer " + name + "-key");
    }

    private static RequestSpecification browser(String cookie) {
        RequestSpecification browser = given().redirects().follow(false).accept("text/html");
        return cookie == null ? browser : browser.cookie("citestream-session", cookie);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
