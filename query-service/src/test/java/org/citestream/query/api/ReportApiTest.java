package org.citestream.query.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.FilledView;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ReportApiTest extends ViewFixture {

    private static final String CITED = "doi:10.5555/report.cited";
    private static final String SUPPORTER = "doi:10.5555/report.supporter";
    private static final String MENTIONER = "doi:10.5555/report.mentioner";
    private static final String CRITIC = "doi:10.5555/report.critic";
    private static final String ODD = "10.1002/(sici)1097-4571(199910)50:12<1::aid-1>3.0.co;2-k/a+b?c#d";

    @Override
    protected void fill() throws SQLException {
        view.works(List.of(
                        SampleWork.of(CITED, "A cited work", "2015-03")
                                .by("Ping Ren")
                                .in("Annals", "research-article")
                                .noticed("retraction"),
                        SampleWork.of(SUPPORTER, "It holds", "2021")
                                .by("Ada Okoye", "Ping Ren")
                                .in("Annals", "research-article"),
                        SampleWork.of(MENTIONER, "A review", "2019-06-01")
                                .by("Bo Li")
                                .in("Letters", "review"),
                        SampleWork.of(CRITIC, "It does not", null).noticed("erratum"),
                        SampleWork.of("doi:" + ODD, "An odd one", "1999"),
                        SampleWork.of("pmid:97000001", "Only in PubMed", "1980"),
                        SampleWork.of("doi:10.5555/report.alias", "Better known", "1990")))
                .said(List.of(
                        SampleStatement.of(SUPPORTER, CITED, "Our data agree with Ren.")
                                .as("supporting", 0.9)
                                .in("results")
                                .related("self"),
                        SampleStatement.of(SUPPORTER, CITED, "Ren studied 50% of rats.")
                                .nth(1)
                                .in("introduction"),
                        SampleStatement.of(MENTIONER, CITED, "See Ren for \"fear\" & more.")
                                .in("introduction")
                                .at("caption"),
                        SampleStatement.of(CRITIC, CITED, "Unlike Ren, we found none.")
                                .as("mentioning", 0.6)
                                .corrected("contrasting")
                                .in("discussion"),
                        SampleStatement.of(CITED, "doi:" + ODD, "An odd thing.").as("unclassified", 0.4),
                        SampleStatement.of(CITED, "pmid:97000001", "Old.")))
                .alias("pmid:97000001", "doi:10.5555/report.alias");
    }

    @Test
    void shouldAnswerTheWholeReportWhenNothingIsFiltered() {
        given().get("/api/v1/reports/" + CITED)
                .then()
                .statusCode(200)
                .body("publication.id", equalTo(CITED))
                .body("publication.ids.doi", equalTo("10.5555/report.cited"))
                .body("publication.published", equalTo("2015-03"))
                .body("publication.authors[0].family", equalTo("Ren"))
                .body("notices.kind", contains("retraction"))
                .body("tally.total", equalTo(4))
                .body("tally.supporting", equalTo(1))
                .body("tally.mentioning", equalTo(2))
                .body("tally.contrasting", equalTo(1))
                .body("tally.unclassified", equalTo(0))
                .body("tally.citingPublications", equalTo(3))
                .body("tally.citingPublicationsWithStatements", equalTo(3))
                .body("references", equalTo(2))
                .body("matching", equalTo(4))
                .body("groups.citing.id", contains(CRITIC, SUPPORTER, MENTIONER))
                .body("groups.more", contains(0, 1, 0))
                .body("groups[1].statements", hasSize(1))
                .body("groups[1].statements[0].section", equalTo("results"))
                .body("groups[1].statements[0].markers[0]", contains(0, 3))
                .body("groups[0].statements[0].machineType", equalTo("mentioning"))
                .body("facets.section.find { it.value == 'introduction' }.count", equalTo(2))
                .body("facets.year.value", contains("2021", "2019", "unknown"))
                .body("facets.notice.find { it.value == 'erratum' }.count", equalTo(1))
                .body("facets.notice.find { it.value == 'none' }.count", equalTo(3))
                .body("facets.author.find { it.value == 'Ping Ren' }.count", equalTo(2))
                .body("next", nullValue());
    }

    @Test
    void shouldCountEachFacetUnderAllFiltersButItsOwn() {
        given().queryParam("type", "supporting", "contrasting")
                .queryParam("year", "2020..2022")
                .get("/api/v1/reports/" + CITED)
                .then()
                .statusCode(200)
                .body("matching", equalTo(1))
                .body("tally.total", equalTo(4))
                .body("facets.type.find { it.value == 'mentioning' }.count", equalTo(1))
                .body("facets.type.find { it.value == 'supporting' }.count", equalTo(1))
                .body("facets.year.find { it.value == 'unknown' }.count", equalTo(1))
                .body("facets.journal.value", contains("Annals"));
    }

    @Test
    void shouldFindWordsAndTheirPositions() {
        given().queryParam("q", "50% RATS")
                .get("/api/v1/reports/" + CITED)
                .then()
                .body("matching", equalTo(1))
                .body("groups[0].statements[0].highlights.text", contains(contains(12, 15), contains(19, 23)));
    }

    @Test
    void shouldExpandOneGroupOnRequest() {
        given().queryParam("citing", SUPPORTER)
                .get("/api/v1/reports/" + CITED)
                .then()
                .body("matching", equalTo(2))
                .body("groups", hasSize(1))
                .body("groups[0].more", equalTo(0))
                .body("groups[0].statements.text", contains("Our data agree with Ren.", "Ren studied 50% of rats."));
    }

    @Test
    void shouldShowTheReportAsOfADay() {
        given().queryParam("asOf", "2021-12-30")
                .get("/api/v1/reports/" + CITED)
                .then()
                .body("tally.total", equalTo(1))
                .body("tally.citingPublications", equalTo(1))
                .body("matching", equalTo(1));
        given().queryParam("asOf", "2021-12-31")
                .get("/api/v1/reports/" + CITED)
                .then()
                .body("tally.total", equalTo(3));
    }

    @Test
    void shouldLeaveOutSelfCitations() {
        given().queryParam("exclude", "self")
                .get("/api/v1/reports/" + CITED)
                .then()
                .body("tally.total", equalTo(3))
                .body("tally.supporting", equalTo(0))
                .body("facets.relationship.value", contains("independent"));
    }

    @Test
    void shouldRevealNoLabelWhenBlind() {
        // When
        String body = given().queryParam("blind", "true")
                .get("/api/v1/reports/" + CITED)
                .then()
                .statusCode(200)
                .body("matching", equalTo(4))
                .body("groups.citing.id", contains(SUPPORTER, MENTIONER, CRITIC))
                .extract()
                .asString();
        // Then
        assertThat(body)
                .doesNotContain(
                        "supporting", "contrasting", "mentioning", "confidence\"", "scores", "evidence", "tally");
    }

    @Test
    void shouldCountTheModelsLabelsWhenAskedFor() {
        given().queryParam("labels", "machine")
                .get("/api/v1/reports/" + CITED)
                .then()
                .body("tally.contrasting", equalTo(0))
                .body("tally.mentioning", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource({
        "doi:10.5555/report.cited",
        "10.5555/report.cited",
        "10.5555%2Freport.cited",
        "doi%3A10.5555%2FREPORT.Cited",
        "10.5555/REPORT.CITED",
        "https%3A%2F%2Fdoi.org%2F10.5555%2Freport.cited",
        "https://doi.org/10.5555/report.cited"
    })
    void shouldFindTheWorkHoweverItsIdIsWritten(String written) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/reports/" + written)
                .then()
                .statusCode(200)
                .body("publication.id", equalTo(CITED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1002/(sici)1097-4571(199910)50:12%3C1::aid-1%3E3.0.co;2-k/a+b%3Fc%23d",
                "10.1002%2F(SICI)1097-4571(199910)50%3A12%3C1%3A%3AAID-1%3E3.0.CO%3B2-K%2Fa%2Bb%3Fc%23d"
            })
    void shouldFindAnOddDoi(String written) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/reports/" + written)
                .then()
                .statusCode(200)
                .body("publication.ids.doi", equalTo(ODD))
                .body("tally.unclassified", equalTo(1));
    }

    @Test
    void shouldFollowAnAlias() {
        given().get("/api/v1/reports/pmid:97000001")
                .then()
                .statusCode(200)
                .body("publication.id", equalTo("doi:10.5555/report.alias"))
                .body("tally.total", equalTo(1))
                .body("groups[0].statements[0].citedAs", equalTo("pmid:97000001"));
    }

    @Test
    void shouldAnswerZerosWhenTheWorkIsKnownButNotCited() {
        given().get("/api/v1/reports/" + SUPPORTER)
                .then()
                .statusCode(200)
                .body("tally.total", equalTo(0))
                .body("tally.citingPublications", equalTo(0))
                .body("references", equalTo(1))
                .body("matching", equalTo(0))
                .body("groups", hasSize(0))
                .body("facets.section", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.5555/nobody", "pmid:1", "what-is-this", "ref:" + ODD})
    void shouldSayNotFoundWhenNothingNamedTheWork(String id) {
        given().get("/api/v1/reports/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404))
                .body("title", equalTo("Not found"));
    }

    @ParameterizedTest
    @CsvSource({
        "section, abstract",
        "type, good",
        "year, 20x",
        "year, 2023..2019",
        "relationship, friend",
        "order, best",
        "limit, 0",
        "limit, many",
        "cursor, zzz",
        "asOf, yesterday",
        "exclude, all",
        "blind, maybe",
        "labels, human",
        "sections, results",
        "notice, warning"
    })
    void shouldNameTheParameterThatIsWrong(String name, String value) {
        given().queryParam(name, value)
                .get("/api/v1/reports/" + CITED)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(name))
                .body("detail", containsString(name));
    }

    @Test
    void shouldListAndSearchAuthorsAndCitingWorks() {
        given().queryParam("q", "ren")
                .get("/api/v1/facets/author/" + CITED)
                .then()
                .statusCode(200)
                .body("values", hasSize(1))
                .body("values[0].value", equalTo("Ping Ren"))
                .body("values[0].count", equalTo(2));
        given().queryParam("limit", 2)
                .get("/api/v1/facets/citing/" + CITED)
                .then()
                .body("values.value", contains(SUPPORTER, CRITIC))
                .body("values[0].label", equalTo("It holds"))
                .body("next", equalTo(2));
        given().get("/api/v1/facets/colour/" + CITED).then().statusCode(404);
    }

    @Test
    void shouldListWhatAWorkCites() {
        given().get("/api/v1/references/" + CITED)
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("references.cited.id.sort()", contains("doi:" + ODD, "doi:10.5555/report.alias"))
                .body("references.find { it.cited.title == 'An odd one' }.types.unclassified", equalTo(1));
    }

    @Test
    void shouldShowAStatementByItsPermalink() throws SQLException {
        // Given
        JsonPath report = given().get("/api/v1/reports/" + CITED).jsonPath();
        String id = report.getString("groups[0].statements[0].id");
        // When, Then
        given().get("/api/v1/statements/" + id)
                .then()
                .statusCode(200)
                .body("statement.text", equalTo("Unlike Ren, we found none."))
                .body("statement.model.name", equalTo("cues"))
                .body("statement.evidence[0].feature", equalTo("cue"))
                .body("citing.id", equalTo(CRITIC))
                .body("cited.id", equalTo(CITED))
                .body("corrections", hasSize(0));
        given().get("/api/v1/statements/nonsense").then().statusCode(404);
    }

    @Test
    void shouldSayWhyAStatementWasRemoved() throws SQLException {
        // Given
        view.numbered(List.of(FilledView.change(
                ChangeType.STATEMENT_REMOVED,
                "doi:10.5555/x",
                null,
                UUID.fromString("00000000-0000-0000-0000-00000000dead"),
                Cause.WITHDRAWAL,
                "{}",
                Instant.parse("2026-01-02T03:04:05Z"))));
        // When, Then
        given().get("/api/v1/statements/00000000-0000-0000-0000-00000000dead")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("detail", containsString("withdrawal"));
    }

    @Test
    void shouldShowNoticesOfWhatIsCitedWhenTheCitingWorkIsAsked() {
        given().get("/api/v1/reports/" + SUPPORTER)
                .then()
                .statusCode(200)
                .body("citedNotices.total", equalTo(1))
                .body("citedNotices.warnings", equalTo(1))
                .body("citedNotices.kinds.retraction", equalTo(1))
                .body("citedNotices.works[0].cited.id", equalTo(CITED))
                .body("citedNotices.works[0].notices[0].made", equalTo("before"))
                .body("citedNotices.works[0].statements", equalTo(2))
                .body("citedNotices.works[0].admitting", equalTo(0));
        given().get("/api/v1/reports/pmid:97000001").then().statusCode(200).body("citedNotices", nullValue());
    }

    @Test
    void shouldSayWhetherEachStatementIsBeforeOrAfterTheNotice() {
        given().get("/api/v1/reports/" + CITED)
                .then()
                .body("groups[0].statements[0].citedNotices[0].made", equalTo("unknown"))
                .body("groups[1].statements[0].citedNotices[0].kind", equalTo("retraction"))
                .body("groups[1].statements[0].citedNotices[0].date", equalTo("2022-05-02"))
                .body("groups[1].statements[0].citedNotices[0].made", equalTo("before"))
                .body("groups[1].statements[0].citedNotices[0].admitted", equalTo(false));
    }

    @Test
    void shouldListOnlyNoticedReferencesWhenAsked() {
        given().get("/api/v1/references/" + SUPPORTER + "?noticed=true")
                .then()
                .body("total", equalTo(1))
                .body("references.cited.id", contains(CITED));
        given().get("/api/v1/references/" + CITED + "?noticed=true").then().body("total", equalTo(0));
    }

    @Test
    void shouldGiveTheNewestStatementsAsAtom() throws Exception {
        // When
        Response answer = given().get("/feeds/atom/reports/" + CITED + "?type=supporting");
        // Then
        answer.then().statusCode(200).contentType("application/atom+xml");
        Document feed = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.asByteArray()));
        NodeList entries = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
        assertThat(feed.getDocumentElement().getLocalName()).isEqualTo("feed");
        assertThat(entries.getLength()).isEqualTo(2);
        assertThat(entries.item(0).getTextContent())
                .contains("supporting: Our data agree with Ren.", "urn:uuid:", "In: It holds (Annals, 2021)");
        assertThat(entries.item(1).getTextContent()).contains("retraction: A cited work");
        String tag = answer.header("ETag");
        given().header("If-None-Match", tag)
                .get("/feeds/atom/reports/" + CITED + "?type=supporting")
                .then()
                .statusCode(304);
        given().header("If-Modified-Since", answer.header("Last-Modified"))
                .get("/feeds/atom/reports/" + CITED + "?type=supporting")
                .then()
                .statusCode(304);
    }

    @Test
    void shouldGiveTheNewestStatementsAsJsonFeed() {
        given().get("/feeds/json/reports/" + CITED)
                .then()
                .statusCode(200)
                .contentType("application/feed+json")
                .body("version", equalTo("https://jsonfeed.org/version/1.1"))
                .body("items", hasSize(5))
                .body("items.find { it.id.startsWith('tag:') }.tags", contains("retraction"))
                .body(
                        "items.find { it.title.contains('fear') }.content_html",
                        containsString("See Ren for &quot;fear&quot; &amp; more."))
                .body("items[0].url", containsString("/statements/"));
        given().get("/feeds/json/reports/" + CITED + "?colour=red").then().statusCode(400);
        given().get("/feeds/json/reports/10.5555/nobody").then().statusCode(404);
        given().get("/feeds/json/search?q=(").then().statusCode(400);
        given().get("/feeds/atom/search?q=nothinglikeit").then().statusCode(200);
    }
}
