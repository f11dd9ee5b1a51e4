package org.citestream.query.dialect;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.citestream.query.PlatformResource;
import org.citestream.query.api.Calls;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenCitations, Semantic Scholar and Europe PMC: the dialects that speak of links between works. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class LinkDialectsTest extends ViewFixture {
    private static final String CITED = "10.5555/links.cited";
    private static final String FRIEND = "10.5555/links.friend";
    private static final String OTHER = "10.5555/Links(other);2".toLowerCase(java.util.Locale.ROOT);

    @TestHTTPResource("/")
    URI base;

    @Override
    protected void fill() throws SQLException {
        view.works(List.of(
                        SampleWork.of("doi:" + CITED, "The cited one", "2015-03-02")
                                .by("Ping Ren")
                                .in("Annals", "research-article"),
                        SampleWork.of("doi:" + FRIEND, "A friend's", "2021-04-03")
                                .by("Ping Ren", "Ada Okoye")
                                .in("annals", "research-article"),
                        SampleWork.of("doi:" + OTHER, "Another's, with \"quotes\"", "2014")
                                .in("Letters", "review"),
                        SampleWork.of("pmid:98000001", "Known to PubMed only", "2001")))
                .said(List.of(
                        SampleStatement.of("doi:" + FRIEND, "doi:" + CITED, "We agree.")
                                .as("supporting", 0.9)
                                .related("self"),
                        SampleStatement.of("doi:" + OTHER, "doi:" + CITED, "They say so.")
                                .nth(1),
                        SampleStatement.of("doi:" + OTHER, "doi:" + CITED, "And again.")
                                .nth(2),
                        SampleStatement.of("doi:" + CITED, "pmid:98000001", "An old one."),
                        SampleStatement.of("doi:" + OTHER, "pmid:98000001", "Old indeed.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index/v2/citations/doi:10.5555/links.cited",
                "/index/api/v2/citations/doi:10.5555%2FLINKS.cited",
            })
    void shouldListCitationsOfOpenCitationsVersionTwo(String address) {
        given().urlEncodingEnabled(false)
                .header("Origin", "https://elsewhere.example")
                .get(address)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .body("citing", contains("doi:" + FRIEND, "doi:" + OTHER))
                .body("cited", contains("doi:" + CITED, "doi:" + CITED))
                .body("creation", contains("2021-04-03", "2014"))
                .body("timespan", contains("P6Y1M1D", "-P1Y"))
                .body("journal_sc", contains("yes", "no"))
                .body("author_sc", contains("yes", "no"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index/v1", "/index/api/v1", "/index/coci/api/v1"})
    void shouldListBareDoisInVersionOneAndLeaveOutWorksWithoutOne(String base) {
        given().get(base + "/references/" + CITED).then().statusCode(200).body("", hasSize(0));
        given().get(base + "/citations/" + CITED).then().body("citing", contains(FRIEND, OTHER));
    }

    @Test
    void shouldCountAsTextInAnArrayAndAnswerEmptyForUnknownWorks() {
        given().get("/index/v2/citation-count/doi:" + CITED).then().body("count", contains("2"));
        given().get("/index/v2/reference-count/doi:" + CITED).then().body("count", contains("1"));
        given().get("/index/v2/citation-count/doi:10.5555/nobody").then().body("count", contains("0"));
        given().get("/index/v2/citations/doi:10.5555/nobody")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        given().get("/index/v2/citations/nonsense").then().statusCode(200).body("", hasSize(0));
    }

    @Test
    void shouldFindACitationByItsOci() {
        // When
        String oci =
                given().get("/index/v2/citations/doi:" + CITED).then().extract().path("[1].oci");
        // Then
        assertThat(oci).matches("0990\\d+-0990\\d+");
        given().get("/index/v2/citation/" + oci).then().statusCode(200).body("citing", contains("doi:" + OTHER));
        given().get("/index/v2/citation/06101-06102").then().statusCode(200).body("", hasSize(0));
    }

    @Test
    void shouldAnswerCsvWhenAsked() {
        // When
        String csv = given().queryParam("format", "csv")
                .get("/index/v2/citations/doi:" + CITED)
                .then()
                .contentType("text/csv")
                .extract()
                .asString();
        // Then
        assertThat(csv.lines().toList().get(0)).isEqualTo("oci,citing,cited,creation,timespan,journal_sc,author_sc");
        assertThat(csv.lines()).hasSize(3);
        given().urlEncodingEnabled(false)
                .accept("text/csv")
                .get("/index/v1/metadata/" + CITED + "__10.5555/links(other);2")
                .then()
                .body(containsString("\"Another's, with \"\"quotes\"\"\""));
    }

    @Test
    void shouldAnswerPapersOfSemanticScholar() {
        given().queryParam(
                        "fields",
                        "title,year,externalIds,citationCount,referenceCount,influentialCitationCount,authors.name")
                .get("/graph/v1/paper/DOI:" + CITED)
                .then()
                .statusCode(200)
                .body("paperId", equalTo("doi:" + CITED))
                .body("externalIds.DOI", equalTo(CITED))
                .body("citationCount", equalTo(2))
                .body("referenceCount", equalTo(1))
                .body("influentialCitationCount", equalTo(1))
                .body("authors.name", contains("Ping Ren"));
        given().get("/graph/v1/paper/DOI:10.5555/nobody")
                .then()
                .statusCode(404)
                .body("error", equalTo("Paper with id DOI:10.5555/nobody not found"));
        given().queryParam("fields", "title,colour")
                .get("/graph/v1/paper/" + CITED)
                .then()
                .statusCode(400)
                .body("error", equalTo("Unrecognized or unsupported fields: [colour]"));
    }

    @Test
    void shouldPageCitationsAndLeaveOutNextOnTheLastPage() {
        given().queryParam("fields", "contexts,intents,contextsWithIntent,isInfluential,citingPaper.year")
                .queryParam("limit", 1)
                .get("/graph/v1/paper/DOI:" + CITED + "/citations")
                .then()
                .body("offset", equalTo(0))
                .body("next", equalTo(1))
                .body("data[0].contexts", contains("We agree."))
                .body("data[0].contextsWithIntent[0].intents", contains("background"))
                .body("data[0].isInfluential", equalTo(true))
                .body("data[0].citingPaper.year", equalTo(2021));
        given().queryParam("offset", 1)
                .queryParam("limit", 1)
                .get("/graph/v1/paper/DOI:" + CITED + "/citations")
                .then()
                .body("$", not(hasKey("next")))
                .body("data[0].citingPaper.title", equalTo("Another's, with \"quotes\""));
        given().get("/graph/v1/paper/doi:" + CITED + "/references")
                .then()
                .body("data.citedPaper.paperId", contains("pmid:98000001"));
    }

    @Test
    void shouldAnswerNullInABatchForUnknownPapers() {
        given().body("{\"ids\":[\"DOI:10.5555/nobody\",\"PMID:98000001\",\"\"]}")
                .queryParam("fields", "title")
                .post("/graph/v1/paper/batch")
                .then()
                .statusCode(200)
                .body("[0]", nullValue())
                .body("[1].title", equalTo("Known to PubMed only"))
                .body("[2]", nullValue());
        given().body("[]").post("/graph/v1/paper/batch").then().statusCode(400);
    }

    @Test
    void shouldAnswerEuropePmcsModules() {
        given().get("/europepmc/webservices/rest/MED/98000001/citations?format=json&page=1&pageSize=1")
                .then()
                .statusCode(200)
                .body("hitCount", equalTo(2))
                .body("request.pageSize", equalTo(1))
                .body("citationList.citation", hasSize(1))
                .body("citationList.citation[0].title", equalTo("The cited one"))
                .body("citationList.citation[0].authorString", equalTo("Ren P."))
                .body("citationList.citation[0].citedByCount", equalTo(2));
        given().get("/europepmc/webservices/rest/MED/1/references")
                .then()
                .statusCode(200)
                .body("hitCount", equalTo(0))
                .body("referenceList.reference", hasSize(0));
    }

    @Test
    void shouldWriteEuropePmcAsItsClientsAsk() {
        // Given
        String citations = "/europepmc/webservices/rest/MED/98000001/citations";
        // When, Then
        given().get(citations + "?format=xml")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .body("responseWrapper.hitCount", equalTo("2"))
                .body("responseWrapper.citationList.citation.size()", equalTo(2))
                .body("responseWrapper.citationList.citation[0].authorString", equalTo("Ren P."));
        given().get(citations + "?callback=app.show&pageSize=1")
                .then()
                .statusCode(200)
                .contentType("application/javascript")
                .body(startsWith("/**/app.show({\"version\":"), endsWith("});"));
        given().get("/europepmc/webservices/rest/DOI/" + CITED + "/citations")
                .then()
                .statusCode(200)
                .body("hitCount", equalTo(2))
                .body("citationList.citation.id", not(hasItem(nullValue())))
                .body("citationList.citation.source", everyItem(oneOf("MED", "PMC", "DOI", "CTX")));
        for (String wrong : List.of("page=abc", "page=0", "pageSize=x", "format=dc", "callback=alert(1)")) {
            given().get(citations + "?" + wrong)
                    .then()
                    .statusCode(400)
                    .contentType("application/json")
                    .body("errCode", equalTo(400))
                    .body("errMsg", containsString(wrong.split("=", -1)[0]));
        }
    }

    @Test
    void shouldFindAPaperAgainByItsCorpusId() {
        // Given
        long number = given().get("/graph/v1/paper/" + CITED + "?fields=corpusId")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("corpusId");
        // When, Then
        // The index, which knows the numbers, follows the tables a moment later.
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().get("/graph/v1/paper/CorpusId:" + number)
                .then()
                .statusCode(200)
                .body("paperId", equalTo("doi:" + CITED)));
        given().contentType("application/json")
                .body("{\"ids\":[\"CorpusId:" + number + "\",\"CorpusId:1\",\"" + FRIEND + "\"]}")
                .post("/graph/v1/paper/batch")
                .then()
                .body("[0].paperId", equalTo("doi:" + CITED))
                .body("[1]", nullValue())
                .body("[2].paperId", equalTo("doi:" + FRIEND));
        given().get("/graph/v1/paper/CorpusId:1").then().statusCode(404);
    }

    @Test
    void shouldCiteAPaperAndLinkItsFullText() {
        given().get("/graph/v1/paper/" + CITED + "?fields=citationStyles,textAvailability,openAccessPdf")
                .then()
                .body("citationStyles.bibtex", startsWith("@article{"))
                .body("citationStyles.bibtex", containsString("The cited one"))
                .body("textAvailability", equalTo("none"))
                .body("openAccessPdf", nullValue());
    }

    @Test
    void shouldGiveIdsAfterEveryNameInMeta() {
        given().get("/meta/v1/metadata/doi:" + FRIEND)
                .then()
                .body(
                        "[0].author",
                        equalTo("Ren, Ping [citestream:Ren%2C%20Ping]; Okoye, Ada [citestream:Okoye%2C%20Ada]"))
                .body("[0].venue", matchesPattern("(?:.+ \\[.+])?"));
        given().get("/meta/v1/author/orcid:0000-0002-1825-0097")
                .then()
                .statusCode(200)
                .body("$", hasSize(0));
        given().get("/meta/v1/author/somebody").then().statusCode(400);
        given().get("/meta/v1/editor/orcid:0000-0002-1825-0097")
                .then()
                .statusCode(200)
                .body("$", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/graph/v1/author/1741101 | application/json | error",
                "/graph/v1/nothing/x | application/json | error",
                "/graph/v1/paper/search/match?query=zzyzx | application/json | error",
                "/works/W1 | application/json | message",
                "/europepmc/webservices/rest/search?query=x | application/json | errMsg",
                "/api_partner/nothing/here | application/json | detail",
                "/index/v2/nothing/x | text/plain | HTTP status code 404"
            })
    void shouldSayInTheDialectThatARouteDoesNotExist(String path, String type, String says) {
        given().get(path).then().statusCode(404).contentType(type).body(containsString(says));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /index/v2/citations/doi:10.5555/links.cited                  | OcRowsV2
            /index/v2/references/doi:10.5555/links.cited                 | OcRowsV2
            /index/v2/citations/pmid:98000001                            | OcRowsV2
            /index/v1/citations/10.5555/links.cited                      | OcRowsV1
            /index/v1/references/10.5555/nobody                          | OcRowsV1
            /index/v2/citation-count/doi:10.5555/links(other);2          | OcCount
            /index/v1/reference-count/10.5555/links.cited                | OcCount
            /index/v2/venue-citation-count/issn:1234-5678                | OcCount
            /graph/v1/paper/DOI:10.5555/LINKS.cited?fields=title,year,authors,journal,publicationTypes,citationCount,isOpenAccess | S2Paper
            /graph/v1/paper/10.5555%2Flinks(other)%3B2                   | S2Paper
            /graph/v1/paper/DOI:10.5555/links.cited/citations?fields=contexts,intents,contextsWithIntent,isInfluential,title | S2Citations
            /graph/v1/paper/DOI:10.5555/links(other);2/references?fields=title,contexts | S2References
            /europepmc/webservices/rest/MED/98000001/citations?format=json  | EpmcCitations
            /europepmc/webservices/rest/med/98000001/references?format=json | EpmcReferences
            """)
    void shouldAnswerInTheFormatThatClientsRead(String path, String shape) throws Exception {
        new Calls(base).answer(shape, path);
    }

    @Test
    void shouldApplyTheOperationsOfTheClientToRows() {
        // Given
        String citations = "/index/v2/citations/doi:" + CITED;
        // When, Then
        given().queryParam("sort", "asc(creation)")
                .get(citations)
                .then()
                .body("creation", contains("2014", "2021-04-03"));
        given().queryParam("sort", "desc(timespan)")
                .get(citations)
                .then()
                .body("timespan", contains("P6Y1M1D", "-P1Y"));
        given().queryParam("filter", "creation:>2015").get(citations).then().body("creation", contains("2021-04-03"));
        given().queryParam("filter", "citing:LINKS.fr[a-z]+d")
                .get(citations)
                .then()
                .body("citing", contains("doi:" + FRIEND));
        given().queryParam("require", "timespan")
                .queryParam("json", "array(\" \",citing)")
                .get(citations)
                .then()
                .body("citing", contains(contains("doi:" + FRIEND), contains("doi:" + OTHER)));
        given().queryParam("json", "dict(\", \",author,family,given)")
                .get("/index/v1/metadata/" + CITED)
                .then()
                .body("author.family", contains("Ren"))
                .body("citation", contains(FRIEND + "; " + OTHER))
                .body("citation_count", contains("2"));
        given().queryParam("filter", "colour:red").get(citations).then().statusCode(400);
        given().queryParam("sort", "up(creation)").get(citations).then().statusCode(400);
        given().get("/meta/v1/metadata/doi:" + CITED + "__pmid:98000001").then().body("", hasSize(2));
    }

    @Test
    void shouldCountInVersionOneWhatItLists() {
        given().get("/index/v1/reference-count/" + CITED).then().body("count", contains("0"));
        given().get("/index/v2/reference-count/doi:" + CITED).then().body("count", contains("1"));
    }

    @Test
    void shouldTakeEveryFieldThatClientsOfSemanticScholarAskFor() {
        given().queryParam(
                        "fields",
                        "abstract,authors,authors.hIndex,citationStyles,corpusId,embedding,fieldsOfStudy,openAccessPdf,"
                                + "publicationVenue,s2FieldsOfStudy,tldr,textAvailability,citations.title,references,"
                                + "references.authors.name")
                .get("/graph/v1/paper/DOI:" + CITED)
                .then()
                .statusCode(200)
                .body("$", hasKey("tldr"))
                .body("publicationVenue.name", equalTo("Annals"))
                .body("citations.title", contains("A friend's", "Another's, with \"quotes\""))
                .body("references.paperId", contains("pmid:98000001"));
    }
}
