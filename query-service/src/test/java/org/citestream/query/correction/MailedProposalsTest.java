package org.citestream.query.correction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.PlatformResource;
import org.citestream.query.alert.MailServer;
import org.citestream.query.view.ClassifiedArticle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the form over a real mail server to the history, by people without a key. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@WithTestResource(MailServer.class)
@Tag("slow")
class MailedProposalsTest {

    private static final String SENTENCE = "See how freezing doubled after tone training in our own animals too.";
    private static final Pattern LINK = Pattern.compile("/corrections/by-mail\\?t=([A-Za-z0-9._-]+)");

    @Test
    void shouldTakeEffectOnceTwoAddressesAgreeAndNameNeither() throws Exception {
        // Given: one proposes by the form
        UUID statement = article("mailed");
        given().get("/statements/" + statement)
                .then()
                .statusCode(200)
                .body(containsString("/statements/" + statement + "/propose"));
        given().formParam("to", "supporting")
                .formParam("why", "Own data agree.")
                .formParam("email", "eve@example.org")
                .post("/statements/" + statement + "/propose")
                .then()
                .statusCode(200)
                .body(containsString("Check your mailbox"));
        String first = token("eve@example.org");

        // When: looking at the link proposes nothing, its button does, once
        given().get("/corrections/by-mail?t=" + first)
                .then()
                .statusCode(200)
                .body(containsString("Your label, "), containsString("<button"));
        history(statement).body("history.what", not(containsString("proposed")));
        given().redirects()
                .follow(false)
                .formParam("t", first)
                .post("/corrections/by-mail")
                .then()
                .statusCode(303)
                .header("Location", containsString("/statements/" + statement));
        given().formParam("t", first).post("/corrections/by-mail").then().statusCode(403);
        given().get("/corrections/by-mail?t=" + first + "x").then().statusCode(403);

        // Then: it stands as a proposal, under a name that is no address
        history(statement)
                .body("statement.type", equalTo("mentioning"))
                .body("statement.proposed", equalTo("supporting"))
                .body("history[1].by", containsString("reader "))
                .body("history[1].by", not(containsString("eve")));

        // When: the same person cannot agree, which only their mailbox learns; another can, by the API
        mailed(statement, "EVE@example.org").statusCode(202).body("state", equalTo("unconfirmed"));
        given().post("/api/v1/corrections/by-mail/confirm?token=" + token("EVE@example.org"))
                .then()
                .statusCode(409)
                .body("detail", containsString("said so already"));
        mailed(statement, "fay@example.org").statusCode(202).body("state", equalTo("unconfirmed"));
        given().post("/api/v1/corrections/by-mail/confirm?token=" + token("fay@example.org"))
                .then()
                .statusCode(200);

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> history(statement).body("statement.type", equalTo("supporting")));
    }

    @Test
    void shouldSendNothingWhenNothingCouldBeProposed() throws Exception {
        // Given
        UUID statement = article("refused");
        // When, Then
        mailed(statement, "no address").statusCode(400).body("detail", containsString("not a valid mail address"));
        given().contentType("application/json")
                .body(Map.of("statement", statement, "to", "mentioning", "why", "x", "email", "gus@example.org"))
                .post("/api/v1/corrections/by-mail")
                .then()
                .statusCode(422)
                .body("detail", containsString("is labelled mentioning already"));
        mailed(UUID.randomUUID(), "gus@example.org").statusCode(404);

        assertThat(MailServer.mails("gus@example.org")).isEmpty();
    }

    private static ValidatableResponse mailed(UUID statement, String address) {
        return given().contentType("application/json")
                .body(Map.of("statement", statement, "to", "supporting", "why", "So it is.", "email", address))
                .post("/api/v1/corrections/by-mail")
                .then();
    }

    private static String token(String address) throws Exception {
        String text = MailServer.part(MailServer.mails(address).get(0), "text/plain");
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    private static UUID article(String name) throws Exception {
        String citing = "doi:10.5555/bymail." + name;
        new ClassifiedArticle(citing, citing + ".cited", 1).says(SENTENCE).publish();
        UUID statement = ClassifiedArticle.idOf(citing, SENTENCE);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> history(statement));
        return statement;
    }

    private static ValidatableResponse history(UUID statement) {
        return given().get("/api/v1/statements/" + statement).then().statusCode(200);
    }
}
