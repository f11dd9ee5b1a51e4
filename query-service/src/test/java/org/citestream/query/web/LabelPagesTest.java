package org.citestream.query.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citestream.query.web.ShownPage.page;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.Test;

/** What readers see of labels: what is not a sentence, orders by them, and why. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class LabelPagesTest extends ViewFixture {

    /** Contrasted by three articles. */
    private static final String DISPUTED = "doi:10.5555/label.disputed";
    /** Contrasted by one article four times, supported by one. */
    private static final String REPEATED = "doi:10.5555/label.repeated";
    /** Much cited, never answered. */
    private static final String UNSURE = "doi:10.5555/label.unsure";

    @Override
    protected void fill() throws SQLException {
        List<SampleStatement> said = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            said.add(SampleStatement.of(citing(i), DISPUTED, "In contrast to Ren, we found none.")
                    .as("contrasting", 0.9));
            said.add(SampleStatement.of(citing(0), REPEATED, "Unlike Ren, we saw " + i + ".")
                    .nth(i)
                    .as("contrasting", 0.9));
        }
        said.add(SampleStatement.of(citing(0), REPEATED, "Unlike Ren, none.")
                .nth(9)
                .as("contrasting", 0.9));
        said.add(SampleStatement.of(citing(1), REPEATED, "As Ren found.").as("supporting", 0.9));
        for (int i = 0; i < 8; i++) {
            said.add(SampleStatement.of(citing(i), UNSURE, "Perhaps " + i + ".").as("unclassified", 0.4));
            said.add(SampleStatement.of(citing(i), UNSURE, "12." + i + " | 3.1 | [5]")
                    .nth(1)
                    .as("not-a-sentence", 0)
                    .in("results")
                    .at("table"));
        }
        List<SampleWork> works = new ArrayList<>(List.of(
                SampleWork.of(DISPUTED, "Turbulent disputed claims", "2010"),
                SampleWork.of(REPEATED, "Turbulent repeated claims", "2011"),
                SampleWork.of(UNSURE, "Turbulent unsure claims", "2012")));
        for (int i = 0; i < 8; i++) {
            works.add(SampleWork.of(citing(i), "Citing", "2020").by("Ada Plain").in("Annals", "research-article"));
        }
        view.works(works).said(said);
        view.run("UPDATE %s.statement SET failure = 'not-a-sentence' WHERE machine_type = 4");
        view.announced();
    }

    private static String citing(int i) {
        return "doi:10.5555/label.citing" + i;
    }

    @Test
    void shouldCountNonSentencesSeparatelyAndWithinTheTotal() {
        given().get("/api/v1/reports/" + UNSURE)
                .then()
                .statusCode(200)
                .body("tally.total", equalTo(16))
                .body("tally.unclassified", equalTo(8))
                .body("tally.notASentence", equalTo(8))
                .body("facets.type.find { it.value == 'not-a-sentence' }.count", equalTo(8))
                .body("facets.type.count.sum()", equalTo(16));
        given().get("/api/v1/reports/" + UNSURE + "?type=not-a-sentence")
                .then()
                .body("matching", equalTo(8))
                .body("groups[0].statements[0].type", equalTo("not-a-sentence"));
    }

    @Test
    void shouldSayWhatIsNotASentenceOnTheReport() {
        assertThat(page("/reports/10.5555/label.unsure"))
                .containsSubsequence("<b>8</b>", "Unclassified", "<b>8</b>", "Not a sentence")
                .contains(
                        "A table cell, a list of numbers or a citation alone: no words to judge. Counted in the total")
                .contains("value=\"not-a-sentence\"");
        assertThat(page("/reports/10.5555/label.disputed")).doesNotContain("A table cell");
    }

    @Test
    void shouldFindAndExportWhatIsNotASentence() {
        await().untilAsserted(() -> given().queryParam("q", "type:not-a-sentence")
                .get("/api/v1/search")
                .then()
                .body("total", equalTo(8))
                .body("facets.type.value", contains("not-a-sentence")));
        assertThat(given().get("/api/v1/exports/statements?cited=" + UNSURE + "&type=not-a-sentence&format=csv")
                        .asString()
                        .lines()
                        .skip(1))
                .hasSize(8)
                .allMatch(row -> row.contains(",not-a-sentence,"));
    }

    @Test
    void shouldRefuseACorrectionToAState() {
        // When
        String statement = given().get("/api/v1/reports/" + DISPUTED).path("groups[0].statements[0].id");
        // Then
        given().contentType(ContentType.JSON)
                .body("{\"statement\":\"" + statement + "\",\"to\":\"not-a-sentence\",\"why\":\"no words here\"}")
                .post("/api/v1/corrections")
                .then()
                .statusCode(422)
                .body("detail", containsString("supporting, mentioning or contrasting"));
    }

    @Test
    void shouldOrderPublicationsByStatementsThatContrastOrSupport() {
        await().untilAsserted(() -> given().queryParam("q", "turbulent claims")
                .get("/api/v1/search?in=publications&order=contrasted")
                .then()
                .body("hits.publication.id", contains(REPEATED, DISPUTED, UNSURE)));
        given().get("/api/v1/search?in=publications&order=supported&limit=1")
                .then()
                .body("hits.publication.id", contains(REPEATED));
        given().get("/api/v1/search?in=publications&order=contrasted&limit=1&offset=1")
                .then()
                .body("hits.publication.id", contains(DISPUTED));
    }

    @Test
    void shouldRefuseAnOrderThatIsMeaninglessOrRevealsLabels() {
        given().get("/api/v1/search?order=contrasted")
                .then()
                .statusCode(400)
                .body("detail", containsString("add in=publications"));
        given().get("/api/v1/search?in=publications&order=contrasted&blind=true")
                .then()
                .statusCode(400)
                .body("detail", containsString("betray"));
        assertThat(page("/search?in=publications")).contains("<option value=\"contrasted\">Most contrasted</option>");
        assertThat(page("/search?order=contrasted")).doesNotContain("Most contrasted");
        assertThat(page("/search?in=publications&blind=true&order=contrasted")).doesNotContain("Most contrasted");
    }

    @Test
    void shouldFeatureByArticlesAndIgnoreUnclassifiedStatements() {
        assertThat(featured("/"))
                .containsSubsequence("Turbulent disputed claims", "Turbulent repeated claims")
                .doesNotContain("Turbulent unsure");
        assertThat(featured("/?reports=supported"))
                .contains("Turbulent repeated")
                .doesNotContain("Turbulent disputed");
        assertThat(featured("/?reports=contrasted"))
                .containsSubsequence("Turbulent disputed claims", "Turbulent repeated claims")
                .contains("/search?in=publications&amp;order=contrasted");
    }

    @Test
    void shouldShowIntentOnCardsAndFindByIt() {
        assertThat(page("/reports/10.5555/label.disputed")).contains("Intent: background");
        assertThat(page("/reports/10.5555/label.disputed?blind=true")).doesNotContain("Intent: background");
        await().untilAsserted(() -> given().queryParam("q", "intent:background contrast")
                .get("/api/v1/search")
                .then()
                .body("total", equalTo(3))
                .body("facets.intent.value", hasItem("background")));
        given().queryParam("q", "intent:method contrast")
                .get("/api/v1/search")
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void shouldSayWhyInWords() {
        // Three letters of the sentence speak for supporting, as FilledView has it of every statement.
        assertThat(page("/reports/10.5555/label.unsure?type=not-a-sentence"))
                .contains("There are no words to judge")
                .doesNotContain("0 % confidence");
        assertThat(page("/reports/10.5555/label.disputed"))
                .containsSubsequence("Why?", "No single word decided", "Details", "cue");
    }

    private static String featured(String path) {
        String page = page(path);
        return page.substring(page.indexOf("Featured reports"), page.indexOf("Newest statements"));
    }
}
