package org.citestream.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP itself promises of every address: methods, media types, caches, other origins, and where else a work is. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class HttpContractTest extends ViewFixture {

    private static final String WORK = "10.5555/contract.cited";

    @Override
    protected void fill() throws SQLException {
        view.works(List.of(
                        SampleWork.of("doi:" + WORK, "On contracts", "2015").by("Ping Ren"),
                        SampleWork.of("doi:10.5555/contract.citing", "Of contracts", "2020")))
                .said(List.of(SampleStatement.of("doi:10.5555/contract.citing", "doi:" + WORK, "Contracts hold.")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /api/v1/search | GET, HEAD, OPTIONS",
                "DELETE | /api/v1/suggest | GET, HEAD, OPTIONS",
                "POST | /api/v1/reports/10.5555/contract.cited | GET, HEAD, OPTIONS",
            })
    void shouldListTheAllowedMethods(String method, String path, String allowed) {
        given().accept("application/json")
                .request(method, path)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", equalTo(allowed))
                .body("status", equalTo(405))
                .body("detail", containsString(allowed));
    }

    @Test
    void shouldSayThatAMediaTypeCannotBeWrittenOrRead() {
        given().accept("image/png")
                .get("/api/v1/search?q=contracts")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("status", equalTo(406));
        given().contentType("text/csv")
                .body("a,b")
                .post("/api/v1/alerts")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("status", equalTo(415));
    }

    @ParameterizedTest
    @CsvSource({
        "/search/?q=a%20b, /search?q=a%20b",
        "/api/v1/search/?q=x, /api/v1/search?q=x",
        "/reports/10.5555/contract.cited/, /reports/10.5555/contract.cited",
        "/about/api//, /about/api"
    })
    void shouldRedirectATrailingSlashToThePathWithout(String path, String without) {
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(308)
                .header("Location", equalTo(without));
    }

    @Test
    void shouldNeverRedirectToAnotherHost() {
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get("//example.org/")
                .then()
                .statusCode(308)
                .header("Location", equalTo("/example.org"));
    }

    @Test
    void shouldSayOnAPageThatAMethodIsNotAllowed() {
        given().accept("text/html")
                .put("/search")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS"))
                .contentType("text/html")
                .body(containsString("Method not allowed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/stream",
                "/api/v1/articles/10.5555/x",
                "/tallies",
                "/graph/v1/paper/batch",
                "/api/v1/search"
            })
    void shouldLetPagesOfOtherOriginsRead(String path) {
        given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type, last-event-id")
                .options(path)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("last-event-id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/live"})
    void shouldSendNoPageTwiceThatOnlyItsContentTells(String path) {
        // Given
        String tag = given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .extract()
                .header("ETag");
        // When, Then
        given().accept("text/html")
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("Cache-Control", containsString("no-cache"));
        given().accept("text/html")
                .header("If-None-Match", "W/\"other\"")
                .get(path)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reports/10.5555/contract.cited", "/search?q=contracts", "/about/api"})
    void shouldSendNoPageTwice(String path) {
        // When
        String tag = given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        // Then
        assertThat(tag).as("ETag of %s", path).isNotBlank();
        given().accept("text/html")
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("Cache-Control", containsString("no-cache"));
        given().accept("text/html")
                .header("If-None-Match", tag)
                .header("HX-Request", "true")
                .header("HX-Target", "results")
                .get(path)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-bibtex | /reports/ | /api/v1/cite/10.5555/contract.cited?format=bibtex | @",
                "application/vnd.citationstyles.csl+json | /reports/ | /api/v1/cite/10.5555/contract.cited?format=csl-json | [",
                "text/turtle | /reports/ | /api/v1/exports/statements?cited=10.5555%2Fcontract.cited&format=turtle | #",
                "application/ld+json | /api/v1/publications/ | /api/v1/exports/statements?cited=10.5555%2Fcontract.cited&format=jsonld | {",
                "application/json | /reports/ | /api/v1/reports/10.5555/contract.cited | {",
                "application/x-research-info-systems;q=0.9, text/html;q=0.1 | /reports/ | /api/v1/cite/10.5555/contract.cited?format=ris | TY",
            })
    void shouldRedirectToOtherFormatsOfAWork(String accept, String prefix, String form, String begins) {
        given().accept(accept)
                .redirects()
                .follow(false)
                .get(prefix + WORK)
                .then()
                .statusCode(303)
                .header("Location", containsString(form))
                .header("Vary", containsString("Accept"));
        given().urlEncodingEnabled(false).get(form).then().statusCode(200).body(startsWith(begins));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    void shouldShowBrowsersThePageAndLinkTheRestForMachines(String accept) {
        // When
        List<String> links = given().accept(accept)
                .get("/reports/" + WORK)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .headers()
                .getValues("Link");
        // Then
        assertThat(links)
                .contains(
                        "<https://doi.org/" + WORK + ">; rel=\"cite-as\"",
                        "<https://schema.org/ScholarlyArticle>; rel=\"type\"",
                        "<http://127.0.0.1:8080/api/v1/cite/" + WORK
                                + "?format=bibtex>; rel=\"describedby\"; type=\"application/x-bibtex\"");
    }

    @Test
    void shouldNameEveryOperationOnceAndTheServer() throws IOException {
        // Given
        JsonNode api = new ObjectMapper()
                .readTree(given().accept("application/json").get("/q/openapi").asString());
        Set<String> names = new HashSet<>();
        // When, Then
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String name = method.getValue().path("operationId").asText();
                    assertThat(name)
                            .as("operationId of %s %s", method.getKey(), path.getKey())
                            .matches("[a-z][A-Za-z0-9]+");
                    assertThat(names.add(name)).as("%s is said once", name).isTrue();
                }));
        assertThat(names).hasSizeGreaterThan(80).contains("getReportsById", "getSearch");
        assertThat(api.at("/servers/0/url").asText()).isEqualTo("/");
    }
}
