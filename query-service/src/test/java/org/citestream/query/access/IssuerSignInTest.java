package org.citestream.query.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.citestream.query.PlatformResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of an issuer in the place of keys, and people who sign in at it. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@WithTestResource(PrivateReading.class)
@Tag("slow")
class IssuerSignInTest {

    private static final String PAGE = "/guarded/page";
    private static final String SEARCH = "/api/v1/search?q=x";

    /** Injected where no issuer is set, too: every test is a bean of every application. */
    @ConfigProperty(name = "citestream.oidc.issuer")
    Optional<String> configured;

    private String issuer;

    /** Each test is another client, so that none lives on the ration of another. */
    private final String client = "2001:db8:" + UUID.randomUUID().toString().substring(0, 4) + ":"
            + UUID.randomUUID().toString().substring(0, 4) + "::1";

    @BeforeEach
    void issuer() {
        issuer = configured.orElseThrow();
    }

    private RequestSpecification somebody() {
        return given().redirects().follow(false).header("X-Forwarded-For", client);
    }

    private RequestSpecification bearer(String token) {
        return somebody().header("Authorization", "Bearer " + token);
    }

    /** As a program gets one. */
    private static String token(String issuer, String client) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", client)
                .formParam("client_secret", "secret")
                .post(issuer + "/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    @Test
    void shouldTakeATokenInThePlaceOfAKey() {
        // Given
        String token = token(issuer, "curator");
        // When, Then
        bearer(token).get(SEARCH).then().statusCode(200);
        bearer(token).get(PAGE).then().statusCode(200).body(equalTo("oidc:ann"));
        bearer(token)
                .post("/api/v1/guarded")
                .then()
                .statusCode(403)
                .body("detail", containsString("oidc:ann lacks the scope operate"));
        bearer(token(issuer, "nobody")).get(SEARCH).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "library, foreign, it is not for the audience citestream",
        "library, late, it has expired",
        "elsewhere, curator, it is not"
    })
    void shouldRefuseTokensOfOthers(String of, String program, String why) {
        // Given
        String token = token(issuer.replace("/library", "/" + of), program);
        // When, Then
        bearer(token)
                .get(SEARCH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("detail", containsString("The token is refused: " + why));
    }

    @Test
    void shouldRefuseATokenThatNobodySigned() {
        // Given
        String[] parts = token(issuer, "curator").split("\\.", -1);
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        // When, Then
        bearer(none + "." + parts[1] + ".")
                .get(SEARCH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", containsString("it is not signed with a key of the issuer"));
    }

    @Test
    void shouldSignInAtTheIssuerAndComeBack() {
        // Given
        somebody()
                .get("/login?to=" + PAGE)
                .then()
                .statusCode(200)
                .body(containsString("href=\"/login/oidc?to=%2Fguarded%2Fpage\""));
        // When
        Response begun = begin();
        String answer = answer(begun);
        Response back = comeBack(begun, answer);
        // Then
        assertThat(begun.header("Location")).contains("code_challenge_method=S256", "nonce=", "state=");
        assertThat(back.statusCode()).as(back.body().asString()).isEqualTo(200);
        assertThat(back.header("Refresh")).isEqualTo("0;url=" + PAGE);
        String session = back.cookie(Sessions.COOKIE);
        somebody()
                .cookie(Sessions.COOKIE, session)
                .accept("text/html")
                .get(PAGE)
                .then()
                .statusCode(200)
                .body(equalTo("oidc:carol"));
        somebody()
                .cookie(Sessions.COOKIE, session)
                .header("Origin", "https://evil.example")
                .accept("text/html")
                .post(PAGE)
                .then()
                .statusCode(403);
        // And what was used once, or changed, signs nobody in
        assertThat(comeBack(begun, answer).statusCode()).isEqualTo(401);
        String[] parts = session.split("\\.", -1);
        String more =
                Base64.getUrlEncoder().withoutPadding().encodeToString("operate".getBytes(StandardCharsets.UTF_8));
        somebody()
                .cookie(Sessions.COOKIE, parts[0] + "." + parts[1] + "." + more + "." + parts[3])
                .accept("text/html")
                .get(PAGE)
                .then()
                .statusCode(303);
    }

    @Test
    void shouldSignNobodyInWithTheAnswerToAnotherBrowser() {
        // Given
        String answer = answer(begin());
        Response other = begin();
        // When
        Response back = comeBack(other, answer);
        // Then
        assertThat(back.statusCode()).isEqualTo(401);
        assertThat(back.header("Set-Cookie")).isNull();
        somebody()
                .urlEncodingEnabled(false)
                .get("/login/oidc/callback?" + answer)
                .then()
                .statusCode(401);
        somebody().get("/login/oidc/callback?error=access_denied").then().statusCode(401);
    }

    private Response begin() {
        Response begun = somebody().get("/login/oidc?to=" + PAGE);
        assertThat(begun.statusCode()).isEqualTo(303);
        return begun;
    }

    /** What the issuer answers, as the query of our address. */
    private static String answer(Response begun) {
        String location = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(begun.header("Location"))
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        assertThat(location).contains("/login/oidc/callback?");
        return URI.create(location).getRawQuery();
    }

    private Response comeBack(Response begun, String answer) {
        return somebody()
                .urlEncodingEnabled(false)
                .cookie(IssuerSignIn.COOKIE, begun.cookie(IssuerSignIn.COOKIE))
                .get("/login/oidc/callback?" + answer);
    }
}
