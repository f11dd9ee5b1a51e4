package org.citestream.query.aggregate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.PlatformResource;
import org.citestream.query.tally.WilsonInterval;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.citestream.query.vocabulary.CitationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aggregates are the sums of their works' own tallies, counted a second time here by plain SQL. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class AggregateTest extends ViewFixture {

    private static final String ONE = "doi:10.5555/sum.one";
    private static final String OTHER = "doi:10.5555/sum.other";
    private static final String CITING = "doi:10.5555/sum.citing";
    private static final String JOURNAL = "Journal of Sums";

    @Override
    protected void fill() throws Exception {
        List<SampleStatement> said = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            said.add(SampleStatement.of(CITING, i % 3 == 0 ? OTHER : ONE, "Sum " + i + ".")
                    .nth(i)
                    .as(i < 30 ? "supporting" : i < 40 ? "contrasting" : "mentioning", 0.9)
                    .in(i % 2 == 0 ? "results" : "methods")
                    .related(i % 10 == 0 ? "self" : i % 10 == 1 ? "unknown" : "independent"));
        }
        view.works(List.of(
                        SampleWork.of(ONE, "One sum", "1871")
                                .by("Ada Summand")
                                .in(JOURNAL, null)
                                .noticed("correction"),
                        SampleWork.of(OTHER, "Another sum", "1871")
                                .by("Ada Summand")
                                .in(JOURNAL, null),
                        SampleWork.of(CITING, "Sums of sums", "1901")
                                .by("Bo Addend")
                                .in("Journal of Differences", null)))
                .said(said);
        view.run("UPDATE %s.publication SET issns = '{1871-0011}' WHERE id = '" + ONE + "'");
        view.announced();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "journals/1871-0011       | journal = 'Journal of Sums'",
                "journals/18710011        | journal = 'Journal of Sums'",
                "journals/Journal of Sums | journal = 'Journal of Sums'",
                "authors/Ada Summand      | 'Ada Summand' = ANY (author_names)",
                "years/1871               | year = 1871"
            })
    void shouldSumItsWorksOwnTallies(String which, String condition) throws Exception {
        // Given: the search index follows the tables a moment later
        await().until(() -> given().get("/api/v1/aggregates/" + which).statusCode() == 200
                && json(which).getInt("works") == 2);
        // When
        JsonPath sum = json(which);
        // Then
        String works = " FROM active.publication p JOIN active.tally t ON t.cited = p.key WHERE " + condition;
        assertThat(sum.getLong("tally.total"))
                .isEqualTo(120)
                .isEqualTo(view.one(
                        "SELECT sum(supporting + mentioning + contrasting + unclassified + not_a_sentence)" + works));
        assertThat(sum.getLong("tally.supporting")).isEqualTo(view.one("SELECT sum(supporting)" + works));
        String said = " FROM active.statement s JOIN active.publication p ON p.key = s.cited WHERE " + condition;
        assertThat(sum.getLong("sections.results.contrasting"))
                .isEqualTo(view.one("SELECT count(*)" + said + " AND s.type = " + CitationType.CONTRASTING.code()
                        + " AND s.section = 3"));
        assertThat(sum.getLong("years.'1901'.mentioning"))
                .isEqualTo(view.one("SELECT count(*)" + said + " AND s.type = " + CitationType.MENTIONING.code()));
        assertThat(sum.getLong("selfCitations.self"))
                .isEqualTo(view.one("SELECT count(*)" + said + " AND s.relationship = 1"));
        assertThat(sum.getLong("selfCitations.independent"))
                .isEqualTo(view.one("SELECT count(*)" + said + " AND s.relationship = 2"));
        assertThat(sum.getLong("notices.correction")).isEqualTo(1);
        assertThat(sum.getDouble("index.interval.share")).isEqualTo(0.75);
    }

    @Test
    void shouldShowTheIndexOnlyWhereItSaysSomething() {
        // When
        JsonPath citing = json("years/1901");
        // Then
        assertThat(citing.getLong("works")).isPositive();
        assertThat(citing.getMap("index")).isNull();
        assertThat(given().get("/years/1871").then().statusCode(200).extract().asString())
                .contains("Citation index", "0.75", "95 % interval", "Self-citations");
        assertThat(given().get("/years").then().statusCode(200).extract().asString())
                .contains("/years/1871");
        assertThat(given().get("/journals/1871-0011")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("Journal of Sums");
        given().get("/api/v1/aggregates/colours/red").then().statusCode(404);
        given().get("/api/v1/aggregates/years/x").then().statusCode(404);
    }

    @Test
    void shouldKnowWilsonsInterval() {
        // As Brown, Cai and DasGupta (2001) and every table have it
        assertThat(WilsonInterval.of(30, 40).low()).isCloseTo(0.598, within(0.001));
        assertThat(WilsonInterval.of(30, 40).high()).isCloseTo(0.858, within(0.001));
        assertThat(WilsonInterval.of(0, 10).low()).isZero();
        assertThat(WilsonInterval.of(0, 10).high()).isCloseTo(0.2775, within(0.001));
        assertThat(WilsonInterval.of(10, 10).high()).isEqualTo(1);
    }

    private static JsonPath json(String which) {
        return given().get("/api/v1/aggregates/" + which)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
