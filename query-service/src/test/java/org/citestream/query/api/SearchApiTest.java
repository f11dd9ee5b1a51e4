package org.citestream.query.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.citestream.query.PlatformResource;
import org.citestream.query.search.IndexCheck;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class SearchApiTest extends ViewFixture {
    private static final String CITED = "doi:10.5555/search.cited";
    private static final String CITING = "doi:10.5555/search.citing";
    private static final SampleStatement FREEZING = SampleStatement.of(
                    CITING, CITED, "Zebrafinch freezing doubled, as Ren reported.")
            .as("supporting", 0.9)
            .in("results");
    private static final SampleStatement RESTING =
            SampleStatement.of(CITING, CITED, "Others saw a zebrafinch rest.").nth(1);

    private static final String MANY = "doi:10.5555/search.many";
    private static final SampleStatement TOGETHER =
            SampleStatement.of(MANY, CITED + ".a", "Pangolins were seen by several authors.");
    private static final SampleStatement TOGETHER_TOO = SampleStatement.of(
                    MANY, CITED + ".b", "Pangolins were seen by several authors.")
            .as("contrasting", 0.9);

    @Inject
    IndexCheck check;

    @Override
    protected void fill() throws SQLException {
        view.works(List.of(
                        SampleWork.of(CITED, "Zebrafinch extinction", "2015-03").by("Ping Ren"),
                        SampleWork.of(CITING, "Zebrafinches at rest", "2021")
                                .by("Ada Okoye")
                                .in("Annals of Search", "research-article")))
                .said(List.of(FREEZING, RESTING));
        changed(FREEZING);
        changed(RESTING);
        view.works(List.of(
                        SampleWork.of(MANY, "A review of pangolins", "2022").by("Bo Bell"),
                        SampleWork.of(CITED + ".a", "Pangolin diets", "2000"),
                        SampleWork.of(CITED + ".b", "Pangolin scales", "2001")))
                .said(List.of(TOGETHER, TOGETHER_TOO));
        changed(TOGETHER);
        changed(TOGETHER_TOO);
    }

    @BeforeEach
    void awaitIndex() {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> given().queryParam("q", "zebrafinch journal:annals")
                .get("/api/v1/search")
                .then()
                .body("total", equalTo(2)));
    }

    @Test
    void shouldFindStatementsWithWorksHighlightsAndFacets() {
        given().queryParam("q", "freeze report")
                .queryParam("section", "results")
                .queryParam("journal", "Annals of Search")
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("hits[0].statement.id", equalTo(FREEZING.id().toString()))
                .body("hits[0].statement.type", equalTo("supporting"))
                .body("hits[0].citing.title", equalTo("Zebrafinches at rest"))
                .body("hits[0].cited.id", equalTo(CITED))
                .body("hits[0].highlights.text", contains(contains(11, 19), contains(36, 44)))
                .body("facets.type.value", contains("supporting"));
    }

    @Test
    void shouldMakeOneHitOfASentenceWithAllThatItCites() {
        // Given
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> given().queryParam("q", "pangolins several")
                .get("/api/v1/search")
                .then()
                .body("total", equalTo(2))
                .body("sentences", nullValue())
                .body("hits", hasSize(2)));
        // When, Then
        given().queryParam("q", "pangolins several")
                .queryParam("collapse", "sentence")
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("sentences", equalTo(1))
                .body("hits", hasSize(1))
                .body("hits[0].targets.cited", containsInAnyOrder(CITED + ".a", CITED + ".b"))
                .body("hits[0].targets.name", containsInAnyOrder("Pangolin diets", "Pangolin scales"))
                .body("hits[0].targets.type", hasItem("contrasting"));
        given().queryParam("q", "pangolins several")
                .queryParam("collapse", "sentence")
                .queryParam("blind", "true")
                .get("/api/v1/search")
                .then()
                .body("hits[0].targets.type", contains(nullValue(), nullValue()));
        String page =
                given().accept("text/html").get("/search?q=pangolins+several").asString();
        assertThat(page)
                .contains("2 statements in 1 sentence", "and 1 other work", "value=\"none\"><span")
                .containsOnlyOnce("<article class=\"group\">");
        assertThat(given().accept("text/html")
                        .get("/search?q=pangolins+several&collapse=none")
                        .asString())
                .contains("2 statements</p>", "value=\"none\" checked>")
                .doesNotContain("other work");
        given().queryParam("in", "publications")
                .queryParam("collapse", "sentence")
                .get("/api/v1/search")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("collapse"));
    }

    @Test
    void shouldSayWhatElseASentenceCitesAtItsStatement() {
        // When
        String page =
                given().accept("text/html").get("/statements/" + TOGETHER.id()).asString();
        // Then
        assertThat(page)
                .contains(
                        "id=\"together\"", "Pangolin scales", TOGETHER_TOO.id().toString());
        given().get("/api/v1/statements/" + TOGETHER.id())
                .then()
                .body("targets.cited", containsInAnyOrder(CITED + ".a", CITED + ".b"));
        given().get("/api/v1/statements/" + RESTING.id()).then().body("targets.cited", contains(CITED));
    }

    @Test
    void shouldSuggestACorrectedSpelling() {
        given().queryParam("q", "zebrafynch freezing")
                .get("/api/v1/search")
                .then()
                .body("total", equalTo(0))
                .body("didYouMean", equalTo("zebrafinch freezing"));
        given().queryParam("q", "zebrafinch").get("/api/v1/search").then().body("didYouMean", nullValue());
        assertThat(given().accept("text/html")
                        .urlEncodingEnabled(false)
                        .get("/search?q=zebrafynch+freezing")
                        .asString())
                .contains("Did you mean <a href=\"/search?q=zebrafinch%20freezing\">zebrafinch freezing</a>?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/search?q=a%00b",
                "/api/v1/search?in=publications&q=%1Fb",
                "/api/v1/suggest?q=%00",
                "/search?q=%00",
                "/api/v1/reports/10.5555/%00",
                "/reports/10.5555/a%0bb",
                "/find?q=%7F",
                "/authors/%00",
                "/api_partner/search?term=%00",
                "/api/v1/exports/statements?q=%00",
                "/graph/v1/paper/%00"
            })
    void shouldRefuseControlCharacters(String address) {
        // As browsers ask: a search without would be scite's, under another path.
        given().accept("text/html, */*")
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("position", equalTo(address.indexOf('%')))
                .body("detail", containsString("the control character U+00"));
        given().urlEncodingEnabled(false)
                .get("/api/v1/search?q=zebrafinch%0Arest")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldPageByLinks() {
        // When
        String next = given().queryParam("q", "zebrafinch")
                .queryParam("limit", 1)
                .get("/api/v1/search")
                .then()
                .body("hits", hasSize(1))
                .header("Link", containsString("offset=1"))
                .extract()
                .header("Link");
        // Then
        assertThat(next).contains("rel=\"next\"");
    }

    @Test
    void shouldSendNothingToAClientThatHasTheAnswer() {
        // When
        String tag = given().queryParam("q", "zebrafinch").get("/api/v1/search").header("ETag");
        // Then
        given().header("If-None-Match", tag)
                .queryParam("q", "zebrafinch")
                .get("/api/v1/search")
                .then()
                .statusCode(304)
                .header("Cache-Control", "public, no-cache");
        given().header("If-None-Match", tag)
                .queryParam("q", "freezing")
                .get("/api/v1/search")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldRevealNoLabelWhenBlind() {
        given().queryParam("q", "freezing zebrafinch")
                .queryParam("blind", true)
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .body("hits[0].statement.type", nullValue())
                .body("hits[0].statement.confidence", nullValue())
                .body("facets.type", nullValue());
    }

    @Test
    void shouldFindPublicationsWithTallies() {
        given().queryParam("q", "title:zebrafinch extinction")
                .queryParam("in", "publications")
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .body("hits.publication.id", contains(CITED))
                .body("hits[0].tally.supporting", equalTo(1))
                .body("hits[0].tally.total", equalTo(2));
    }

    @Test
    void shouldSuggest() {
        given().queryParam("q", "zebraf")
                .get("/api/v1/suggest")
                .then()
                .statusCode(200)
                .body("text", containsInAnyOrder("Zebrafinch extinction", "Zebrafinches at rest"));
    }

    @Test
    void shouldSayWhereTheQueryIsInvalid() {
        given().queryParam("q", "zebrafinch (rest")
                .get("/api/v1/search")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo("q"))
                .body("position", equalTo(11))
                .body("detail", containsString("never closed"));
        given().queryParam("colour", "red")
                .get("/api/v1/search")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("colour"));
    }

    @Test
    void shouldRefuseTooLongWordsWhereverTheyAreSent() {
        // Given
        String words = "a".repeat(3500);
        // When, Then
        for (String path : List.of("/api/v1/search", "/api/v1/suggest", "/api/v1/exports/statements")) {
            given().queryParam("q", words)
                    .get(path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("parameter", equalTo("q"))
                    .body("detail", containsString("more than 2000 characters"));
        }
        given().queryParam("term", words + "*")
                .get("/api_partner/search")
                .then()
                .statusCode(422)
                .body("detail[0].loc", contains("query", "term"));
        given().queryParam("title", words)
                .get("/api_partner/search/match_reference")
                .then()
                .statusCode(422);
    }

    @Test
    void shouldAgreeWithTheTablesAndSeeACorrectionWithinTheNextSteps() throws SQLException {
        // Given
        assertThat(ownDifferences()).isEmpty();
        String before = given().queryParam("q", "zebrafinch type:contrasting")
                .get("/api/v1/search")
                .header("ETag");

        // When
        view.run("UPDATE %s.statement SET type = 3 WHERE id = '" + RESTING.id() + "'");
        assertThat(ownDifferences())
                .singleElement()
                .asString()
                .contains(RESTING.id().toString());
        changed(RESTING);

        // Then
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> given().header("If-None-Match", before)
                .queryParam("q", "zebrafinch type:contrasting")
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .body("hits.statement.id", hasItem(RESTING.id().toString())));
        assertThat(ownDifferences()).isEmpty();
    }

    /** Other tests write to the same tables without telling the index. */
    private List<String> ownDifferences() throws SQLException {
        return check.compare(Integer.MAX_VALUE).differences().stream()
                .filter(difference -> difference.contains(FREEZING.id().toString())
                        || difference.contains(RESTING.id().toString()))
                .toList();
    }

    private void changed(SampleStatement said) throws SQLException {
        view.announced(said.id());
    }
}
