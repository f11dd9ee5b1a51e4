package org.citestream.query.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.citestream.query.PlatformResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class AccessTest {

    /** SHA-256 of "sesame". */
    private static final String SESAME = "d0c04f4b1951e4aeaaec8223ed2039e542f3aae805a6fa7f6d794e5afff5d272";

    private static final String GUARDED = "/api/v1/guarded";
    private static final String PAGE = "/guarded/page";
    private static final String COOKIE = "citestream-session";

    @ConfigProperty(name = "citestream.data")
    Path data;

    @AfterEach
    void forgetKeys() throws IOException {
        Files.deleteIfExists(data.resolve("keys"));
    }

    @Test
    void shouldAcceptFromThisMachineWhenNoKeysExist() {
        given().post(GUARDED).then().statusCode(200).body(equalTo("this machine"));
    }

    @Test
    void shouldRefuseAPageOfAnotherSite() {
        given().header("Origin", "https://evil.example")
                .post(GUARDED)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("key add NAME --scope operate"));
    }

    @Test
    void shouldRefuseAPageOfAnotherPortOfThisMachine() {
        given().header("Origin", "http://localhost:3000").post(GUARDED).then().statusCode(403);
    }

    @Test
    void shouldRefuseAProxiedRequestFromElsewhere() {
        given().header("X-Forwarded-For", "203.0.113.9").post(GUARDED).then().statusCode(403);
    }

    @Test
    void shouldRefuseWhenTheHostNameIsForeign() {
        given().header("Host", "evil.example:8080").post(GUARDED).then().statusCode(403);
    }

    @Test
    void shouldAskForAKeyWhenKeysExist() throws IOException {
        // Given
        keys("ann operate " + SESAME + " 2026-11-22T00:00:00Z");
        // When, Then
        given().post(GUARDED)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("status", equalTo(401))
                .body("detail", containsString("Authorization: Bearer KEY"));
    }

    @Test
    void shouldStayClosedWhenTheFileOfKeysHoldsNone() throws IOException {
        // Given
        keys("# all revoked");
        // When, Then
        given().post(GUARDED).then().statusCode(401).body("detail", containsString("key add NAME --scope operate"));
    }

    @Test
    void shouldNameTheCallerWhenTheKeyHasTheScope() throws IOException {
        // Given
        keys("# people\nann curate,operate,future " + SESAME + " 2026-11-22T00:00:00Z");
        // When, Then
        bearer("sesame").post(GUARDED).then().statusCode(200).body(equalTo("ann"));
    }

    @Test
    void shouldSayWhichScopeIsMissing() throws IOException {
        // Given
        keys("ann curate " + SESAME + " 2026-11-22T00:00:00Z");
        // When, Then
        bearer("sesame")
                .post(GUARDED)
                .then()
                .statusCode(403)
                .body("detail", allOf(containsString("ann"), containsString("operate")));
    }

    @Test
    void shouldRefuseAKeyWhenItIsUnknown() throws IOException {
        // Given
        keys("ann operate " + SESAME + " 2026-11-22T00:00:00Z");
        // When, Then
        bearer("guess").post(GUARDED).then().statusCode(401);
        given().header("Authorization", "Basic c2VzYW1l").post(GUARDED).then().statusCode(401);
    }

    @Test
    void shouldRedirectABrowserToLoginAndBackWithASession() throws IOException {
        // Given
        keys("ann curate " + SESAME + " 2026-11-22T00:00:00Z");
        String login = browser()
                .get(PAGE)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/login?to=%2Fguarded%2Fpage"))
                .extract()
                .header("Location");
        given().urlEncodingEnabled(false)
                .get(login)
                .then()
                .statusCode(200)
                .body(containsString("value=\"/guarded/page\""));

        // When
        Response signedIn = signIn("sesame", PAGE);

        // Then
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.header("Location")).endsWith(PAGE);
        assertThat(signedIn.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
        session(signedIn).get(PAGE).then().statusCode(200).body(equalTo("ann"));
        session(signedIn).post(PAGE).then().statusCode(200).body(equalTo("ann"));
    }

    @Test
    void shouldEndTheSessionWhenItsKeyIsRevokedOrReplaced() throws IOException {
        // Given
        keys("ann curate " + SESAME + " 2026-11-22T00:00:00Z");
        Response signedIn = signIn("sesame", PAGE);
        keys("ann curate " + "0".repeat(64) + " 2026-11-23T00:00:00Z");
        // When, Then
        session(signedIn).post(PAGE).then().statusCode(303).header("Location", containsString("/login"));
    }

    @Test
    void shouldRefuseASessionWhenItIsForgedOrExtended() throws IOException {
        // Given
        keys("ann curate " + SESAME + " 2026-11-22T00:00:00Z");
        String[] parts = signIn("sesame", PAGE).cookie(COOKIE).split("\\.", -1);
        String longer = parts[0] + "." + (Long.parseLong(parts[1]) + 1) + "." + parts[2];
        String another = Base64.getUrlEncoder().encodeToString("eve".getBytes(StandardCharsets.UTF_8)) + "." + parts[1]
                + "." + parts[2];

        // When, Then
        for (String cookie : new String[] {longer, another, "ann", "..", "%%.1.x"}) {
            browser().cookie(COOKIE, cookie).get(PAGE).then().statusCode(303);
        }
    }

    @Test
    void shouldRefuseASessionWhenAnotherSitesPageUsesIt() throws IOException {
        // Given
        keys("ann curate " + SESAME + " 2026-11-22T00:00:00Z");
        // When
        Response signedIn = signIn("sesame", PAGE);
        // Then
        session(signedIn)
                .header("Origin", "https://evil.example")
                .post(PAGE)
                .then()
                .statusCode(403);
        session(signedIn)
                .header("Sec-Fetch-Site", "same-site")
                .post(PAGE)
                .then()
                .statusCode(403);
        session(signedIn).header("Origin", "null").post(PAGE).then().statusCode(403);
    }

    @Test
    void shouldForgetTheSessionWhenSignedOut() throws IOException {
        // Given
        keys("ann curate " + SESAME + " 2026-11-22T00:00:00Z");
        // When
        Response signedIn = signIn("sesame", PAGE);
        // Then
        session(signedIn).get("/login").then().statusCode(200).body(containsString("signed in as <b>ann</b>"));

        session(signedIn).post("/logout").then().statusCode(303).header("Set-Cookie", containsString("Max-Age=0"));
    }

    @Test
    void shouldSayOnThePageThatTheKeyIsUnknown() throws IOException {
        // Given
        keys("ann curate " + SESAME + " 2026-11-22T00:00:00Z");

        // When
        Response refused = signIn("guess", PAGE);

        // Then
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body().asString()).contains("Unknown or revoked key").doesNotContain("guess");
        assertThat(refused.header("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a b"})
    void shouldReturnToTheHomePageWhenTheReturnPathIsForeign(String to) throws IOException {
        // Given
        keys("ann curate " + SESAME + " 2026-11-22T00:00:00Z");
        // When, Then
        assertThat(signIn("sesame", to).header("Location")).matches("http://(localhost|127.0.0.1):\\d+/");
    }

    @Test
    void shouldSendTheWholePageToLoginWhenAFragmentWasRequested() throws IOException {
        // Given
        keys("ann curate " + SESAME + " 2026-11-22T00:00:00Z");
        // When, Then
        given().headers(Map.of("HX-Request", "true", "Referer", "http://localhost/reports/x?q=1"))
                .post(PAGE)
                .then()
                .statusCode(204)
                .header("HX-Redirect", "/login?to=%2Freports%2Fx%3Fq%3D1");
    }

    private void keys(String lines) throws IOException {
        Files.writeString(data.resolve("keys"), lines + "\n");
    }

    private static RequestSpecification bearer(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private static RequestSpecification browser() {
        return given().accept("text/html").redirects().follow(false);
    }

    private static Response signIn(String key, String to) {
        return browser().formParam("key", key).formParam("to", to).post("/login");
    }

    private static RequestSpecification session(Response signedIn) {
        return browser().cookie(COOKIE, signedIn.cookie(COOKIE));
    }
}
