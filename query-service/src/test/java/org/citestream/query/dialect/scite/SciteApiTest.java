package org.citestream.query.dialect.scite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class SciteApiTest extends ViewFixture {

    private static final String DOI = "10.5555/scite.cited";
    private static final String ODD = "10.1016/s0140-6736(97)11096-0;x<y>/z";
    private static final String TALLY =
            "{\"total\":4,\"supporting\":1,\"contradicting\":1,\"mentioning\":1,\"unclassified\":1,\"doi\":\"%s\",\"citingPublications\":3,\"contrasting\":1}";

    @Inject
    ObjectMapper json;

    @TestHTTPResource("/")
    URI base;

    @Override
    protected void fill() throws SQLException {
        view.works(List.of(
                        SampleWork.of("doi:" + DOI, "A cited work", "2015-03")
                                .by("Ping Ren")
                                .in("Annals of X", "research-article")
                                .noticed("retraction", "expression-of-concern"),
                        SampleWork.of("doi:10.5555/scite.a", "A", "2021").in("Annals", "research-article"),
                        SampleWork.of("doi:10.5555/scite.b", "B", "2021").in("Annals", "review"),
                        SampleWork.of("doi:" + ODD, "Odd", "1998"),
                        SampleWork.of("pmid:77", "No DOI", "1998")))
                .said(List.of(
                        SampleStatement.of("doi:10.5555/scite.a", "doi:" + DOI, "One.")
                                .as("supporting", 0.9)
                                .in("results"),
                        SampleStatement.of("doi:10.5555/scite.a", "doi:" + DOI, "Two.")
                                .in("introduction"),
                        SampleStatement.of("doi:10.5555/scite.b", "doi:" + DOI, "Three.")
                                .as("contrasting", 0.9),
                        SampleStatement.of("pmid:77", "doi:" + DOI, "Four.")
                                .as("not-a-sentence", 0)
                                .in("other"),
                        SampleStatement.of("pmid:77", "doi:" + ODD, "Five.").in("methods")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.5555/scite.cited",
                "10.5555%2Fscite.cited",
                "10.5555/SCITE.Cited",
                "10.5555%2FSCITE.CITED?use_view=true"
            })
    void shouldAnswerTheTallyHoweverTheDoiIsWritten(String written) throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get("/tallies/" + written);
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json.readTree(answer.body())).isEqualTo(json.readTree(TALLY.formatted(DOI)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.1016/s0140-6736(97)11096-0;x%3Cy%3E/z", "10.1016%2FS0140-6736(97)11096-0%3Bx%3Cy%3E%2Fz"})
    void shouldAnswerForAnOddDoi(String written) throws IOException, InterruptedException {
        assertThat(json.readTree(get("/tallies/" + written).body())
                        .path("mentioning")
                        .asInt())
                .isEqualTo(1);
        assertThat(json.readTree(get("/papers/" + written).body()).path("doi").asText())
                .isEqualTo(ODD);
        assertThat(json.readTree(get("/tallies/cited-by-sections/" + written).body())
                        .path("methods")
                        .asInt())
                .isEqualTo(1);
        assertThat(get("/tallies/" + written + "/cited-by-pubmed-types").body()).isEqualTo("{}");
        assertThat(json.readTree(get("/papers/sources/" + written).body())).isEqualTo(json.readTree("{\"papers\":{}}"));
    }

    @Test
    void shouldAnswerZerosWhenTheWorkIsKnownButNotCited() {
        given().get("/tallies/10.5555/scite.a")
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body("citingPublications", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tallies/", "/papers/", "/tallies/cited-by-sections/", "/papers/sources/"})
    void shouldSayNotFoundWhenTheDoiIsUnknown(String path) {
        given().header("Origin", "https://journal.example")
                .get(path + "10.5555/nobody")
                .then()
                .statusCode(404)
                .contentType(ContentType.JSON)
                .header("Access-Control-Allow-Origin", "*")
                .body("detail", notNullValue());
        given().get(path + "nonsense").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "text/plain", ""})
    void shouldAnswerABatchWhateverItsContentType(String contentType) throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = send(
                "POST",
                "/tallies",
                "[\"10.5555/SCITE.cited\", \"10.5555/nobody\", \" 10.5555/scite.a \", \"?\"]",
                contentType);
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode tallies = json.readTree(answer.body()).path("tallies");
        assertThat(tallies.fieldNames()).toIterable().containsExactlyInAnyOrder(DOI, "10.5555/scite.a");
        assertThat(tallies.path(DOI)).isEqualTo(json.readTree(TALLY.formatted(DOI)));
    }

    @Test
    void shouldTakeTheArrayFromTheBodyOfAGet() throws IOException, InterruptedException {
        // Given
        String body = "[\"" + DOI + "\"]";
        // When, Then
        assertThat(json.readTree(send("GET", "/tallies", body, "application/json")
                                .body())
                        .at("/tallies")
                        .size())
                .isEqualTo(1);
        assertThat(json.readTree(
                                send("GET", "/papers", body, "application/json").body())
                        .at("/papers")
                        .size())
                .isEqualTo(1);
        assertThat(json.readTree(get("/tallies?dois=" + DOI + ",10.5555/x").body())
                        .at("/tallies")
                        .size())
                .isEqualTo(1);
        assertThat(json.readTree(send("POST", "/tallies", "{\"dois\":" + body + "}", "application/json")
                                .body())
                        .at("/tallies")
                        .size())
                .isEqualTo(1);
        assertThat(send("POST", "/tallies", "[]", "application/json").body()).isEqualTo("{\"tallies\":{}}");
    }

    @Test
    void shouldRefuseABatchThatIsTooLongOrNotAnArray() throws IOException, InterruptedException {
        // When
        String many = json.writeValueAsString(
                IntStream.range(0, 501).mapToObj(i -> "10.5555/" + i).toList());
        // Then
        for (String body : List.of(many, "{", "{\"x\":1}", "[1]", "")) {
            HttpResponse<String> answer = send("POST", "/tallies", body, "application/json");
            assertThat(answer.statusCode())
                    .as(body.substring(0, Math.min(20, body.length())))
                    .isEqualTo(422);
            assertThat(json.readTree(answer.body()).at("/detail/0/loc/0").asText())
                    .isEqualTo("body");
        }
        assertThat(send("POST", "/tallies", many.replace("\"10.5555/500\"", "").replace(",]", "]"), "application/json")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldDescribeAPaper() {
        given().get("/papers/" + DOI)
                .then()
                .statusCode(200)
                .body("doi", equalTo(DOI))
                .body("title", equalTo("A cited work"))
                .body("year", equalTo(2015))
                .body("type", equalTo("journal-article"))
                .body("normalizedTypes", contains("article"))
                .body("authors[0].authorName", equalTo("Ping Ren"))
                .body("authors[0].authorSequenceNumber", equalTo(1))
                .body("retracted", equalTo(true))
                .body("editorialNotices.status", containsInAnyOrder("Retracted", "Has expression of concern"))
                .body("editorialNotices[0].doi", equalTo(DOI));
        given().get("/papers/10.5555/scite.a")
                .then()
                .body("editorialNotices", hasSize(0))
                .body("retracted", equalTo(false));
    }

    @Test
    void shouldDescribePapersOfABatchAndSources() {
        given().contentType(ContentType.JSON)
                .body(List.of(DOI.toUpperCase(java.util.Locale.ROOT), "10.5555/nobody"))
                .post("/papers")
                .then()
                .statusCode(200)
                .body("papers.keySet()", contains(DOI));
        given().get("/papers/sources/" + DOI)
                .then()
                .statusCode(200)
                .body("papers.keySet()", containsInAnyOrder("10.5555/scite.a", "10.5555/scite.b"));
    }

    @Test
    void shouldCountSectionsWithTheUnknownAmongOther() {
        given().get("/tallies/cited-by-sections/" + DOI)
                .then()
                .statusCode(200)
                .body("total", equalTo(4))
                .body("introduction", equalTo(1))
                .body("methods", equalTo(0))
                .body("results", equalTo(1))
                .body("discussion", equalTo(0))
                .body("other", equalTo(2))
                .body("doi", equalTo(DOI));
        given().contentType(ContentType.JSON)
                .body(List.of(DOI, "10.5555/scite.a", "10.5555/nobody"))
                .post("/tallies/cited-by-sections")
                .then()
                .body("tallies.keySet()", containsInAnyOrder(DOI, "10.5555/scite.a"))
                .body("tallies.'10.5555/scite.a'.total", equalTo(0));
    }

    @Test
    void shouldCountPubmedTypesAndAggregate() {
        given().get("/tallies/" + DOI + "/cited-by-pubmed-types")
                .then()
                .statusCode(200)
                .body("'journal article'", equalTo(1))
                .body("review", equalTo(1));
        given().contentType(ContentType.JSON)
                .body(List.of(DOI))
                .post("/tallies/cited-by-pubmed-types")
                .then()
                .body("pubmedSourceTypeTallies.'" + DOI + "'.review", equalTo(1));
        given().contentType(ContentType.JSON)
                .body(List.of(DOI, ODD, "10.5555/nobody"))
                .post("/tallies/aggregate")
                .then()
                .statusCode(200)
                .body("total", equalTo(5))
                .body("mentioning", equalTo(2))
                .body("citingPublications", equalTo(4));
    }

    @Test
    void shouldAnswerPreflightsOfAnyOrigin() {
        given().header("Origin", "https://journal.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/tallies")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                .header(
                        "Access-Control-Allow-Headers",
                        "content-type, accept, authorization, x-api-key, last-event-id, if-none-match");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base + path.substring(1)))
                                .build(),
                        BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body, String contentType)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path.substring(1)))
                .method(method, BodyPublishers.ofString(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
