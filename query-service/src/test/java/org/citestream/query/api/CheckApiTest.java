package org.citestream.query.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list in, a report out. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class CheckApiTest extends ViewFixture {

    private static final String QUOLLS = "doi:10.5555/check.quolls";
    private static final String PADEMELONS = "doi:10.5555/check.pademelons";
    private static final String CRITIC = "doi:10.5555/check.critic";
    private static final String UNNUMBERED = "pmid:99887701";

    private static final String CSL = """
            [{"id": "a", "title": "Quolls hunt by moonlight in open country", "author": [{"family": "Okoye"}, {"family": "Ren"}],
              "issued": {"date-parts": [[2010]]}, "DOI": "10.5555/check.quolls"},
             {"id": "b", "title": "Quolls hunt by moonlight in open country", "author": [{"family": "Okoye"}],
              "issued": {"date-parts": [[2011]]}, "DOI": "10.5555/check.quolls"},
             {"id": "c", "title": "Pademelons count termites before they eat", "author": [{"family": "Haddad"}],
              "issued": {"date-parts": [[2012]]}, "DOI": "10.5555/check.quolls"},
             {"id": "d", "title": "Pademelons count termites before they eat", "author": [{"family": "Haddad"}],
              "issued": {"date-parts": [[2012]]}},
             {"id": "e", "title": "Pademelons count the stars in desert nights", "author": [{"family": "Nobody"}],
              "issued": {"date-parts": [[1999]]}, "DOI": "10.5555/check.invented"}]
            """;

    @Override
    protected void fill() throws SQLException {
        view.works(List.of(
                        SampleWork.of(QUOLLS, "Quolls hunt by moonlight in open country", "2010")
                                .by("Ada Okoye", "Ping Ren")
                                .noticed("retraction", "erratum"),
                        SampleWork.of(PADEMELONS, "Pademelons count termites before they eat", "2012")
                                .by("Noor Haddad"),
                        SampleWork.of(UNNUMBERED, "Potoroos without a registered number", "2001")
                                .by("Ada Okoye"),
                        SampleWork.of(CRITIC, "Against quolls and their moon", "2015")))
                .said(List.of(
                        SampleStatement.of(CRITIC, QUOLLS, "We saw no quoll hunt.")
                                .as("contrasting", 0.9),
                        SampleStatement.of(CRITIC, QUOLLS, "Nor did we in our own earlier work.")
                                .as("contrasting", 0.9)
                                .related("self")
                                .nth(1)));
    }

    @Test
    void shouldReportWhatIsFoundWhatDiffersAndWhatIsNoticed() {
        // Given
        indexed();
        // When
        ValidatableResponse report = given().body(CSL)
                .contentType("application/json")
                .post("/api/v1/checks")
                .then()
                .statusCode(200);
        // Then
        report.body("references", equalTo(5))
                .body("format", equalTo("csl-json"))
                .body("checked[0].findings", contains("as-given", "retracted", "corrected", "contrasted"))
                .body("checked[0].work.notices.kind", hasItems("retraction", "erratum"))
                .body("checked[0].work.notices[0].date", equalTo("2022-05-02"))
                .body("checked[0].compared", contains("title", "authors", "year", "doi"))
                .body("checked[0].contrasting", equalTo(1))
                .body("checked[1].findings[0]", equalTo("differs"))
                .body("checked[1].differences.field", contains("authors", "year"))
                .body("checked[1].differences[0].missing", equalTo("Ren"))
                .body("checked[1].differences[1].given", equalTo("2011"))
                .body("checked[1].differences[1].indexed", equalTo("2010"))
                .body("checked[2].findings", contains("other-work"))
                .body("checked[2].work.id", equalTo(QUOLLS))
                .body("checked[2].candidates[0].work.id", equalTo(PADEMELONS))
                .body("checked[2].candidates[0].score", equalTo(1.0f))
                .body("checked[3].findings", contains("as-given"))
                .body("checked[3].foundBy", equalTo("title"))
                .body("checked[3].work.id", equalTo(PADEMELONS))
                .body("checked[4].findings", contains("not-found"))
                .body("checked[4].candidates[0].work.id", equalTo(PADEMELONS))
                .body("counts.'as-given'", equalTo(2))
                .body("counts.retracted", equalTo(2))
                .header("Cache-Control", "no-store")
                .header("Citestream-Findings", containsString("as-given=2, differs=1, other-work=1, not-found=1"));
        given().urlEncodingEnabled(false)
                .get(report.extract().<String>path("checked[0].sentences"))
                .then()
                .body("matching", equalTo(1))
                .body("groups[0].statements[0].text", equalTo("We saw no quoll hunt."));
    }

    @Test
    void shouldReadPrintedReferencesAndFindWorksWithoutADoi() {
        // Given
        indexed();
        // When, Then
        given().contentType("text/plain; charset=UTF-8")
                .body("""
                        1. Okoye A. Potoroos without a registered number. J Odd. 2003;1:2-3.
                        2. Okoye A, Ren P. Quolls hunt by moonlight in open country. J Odd. 2010. doi:10.5555/check.quolls
                        3. Haddad N. Pademelons count termites before they eat. J Odd. 2012. doi:10.5555/check.quolls
                        """)
                .post("/api/v1/checks")
                .then()
                .statusCode(200)
                .body("format", equalTo("text"))
                .body("checked.label", contains("1", "2", "3"))
                .body("checked[0].work.id", equalTo(UNNUMBERED))
                .body("checked[0].differences.field", contains("year"))
                .body("checked[1].findings[0]", equalTo("as-given"))
                .body("checked[2].findings", contains("other-work"));
    }

    @Test
    void shouldTellOfAManuscriptWhatItsTextCites() {
        // When, Then
        given().contentType("application/xml")
                .body("""
                        <article><body><p>See <xref ref-type="bibr" rid="R1">1</xref> and <xref ref-type="bibr" rid="R7">7</xref>.</p></body>
                        <back><ref-list><ref id="R1"><mixed-citation>doi:10.5555/check.quolls</mixed-citation></ref>
                        <ref id="R2"><mixed-citation>doi:10.5555/check.pademelons</mixed-citation></ref></ref-list></back></article>
                        """)
                .post("/api/v1/checks")
                .then()
                .statusCode(200)
                .body("checked.cited", contains(true, false))
                .body("checked[1].findings", contains("as-given", "not-cited"))
                .body("unlisted", hasSize(1))
                .body("unlisted[0].target", equalTo("R7"))
                .body("counts.'not-listed'", equalTo(1));
    }

    @Test
    void shouldWriteTheReportAsATableAndAsLines() throws Exception {
        // Given
        indexed();
        String formula = CSL.replace("\"Pademelons count the stars", "\"=Pademelons count the stars");
        // When
        String csv = checked("csv", formula).contentType("text/csv").extract().asString();
        String text = checked("text", CSL).contentType("text/plain").extract().asString();
        // Then
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(1).get("differences"))
                .isEqualTo(
                        "authors: given “Okoye”, in the index “Okoye, Ren” (missing: Ren); year: given “2011”, in the"
                                + " index “2010”");
        assertThat(rows.get(0).get("notices")).contains("retraction 2022-05-02 doi:10.5555/notice.1");
        assertThat(rows.get(4).get("given")).doesNotStartWith("=");
        assertThat(text)
                .contains("5 references, read as csl-json", "year: given “2011”, in the index “2010”", "not-found")
                .doesNotContainIgnoringCase("fake", "fraud");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            input=odt   | text/plain             | 10.5555/x  | 400 | input: 'odt' is not a format
            format=pdf  | text/plain             | 10.5555/x  | 400 | format: 'pdf' is not a valid format
            input=jats  | text/plain             | 10.5555/x  | 422 | not well-formed XML
            format=json | application/pdf        | %PDF-1.4   | 415 | looks like PDF
            format=json | application/vnd.openxmlformats-officedocument.wordprocessingml.document | PK | 422 | zip archive is damaged
            input=latex | text/plain             | 10.5555/x  | 422 | the list is in the .bbl
            format=json | multipart/form-data;boundary=x | --x--      | 415 | --data-binary
            format=json | application/x-bibtex   | 10.5555/x  | 422 | no references
            """)
    void shouldSayWhatIsWrongAndWhatToDo(String query, String type, String body, int status, String why) {
        // When, Then
        given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type.split(";", 2)[0], ContentType.TEXT)))
                .contentType(type)
                .body(body)
                .post("/api/v1/checks?" + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(why));
    }

    @Test
    void shouldRefuseALargeManuscriptBeforeItIsRead() {
        given().contentType("application/octet-stream")
                .body(new byte[16 * 1024 * 1024 + 1])
                .post("/api/v1/checks")
                .then()
                .statusCode(413)
                .body("detail", containsString("at most 16777216 are read here"));
    }

    private static ValidatableResponse checked(String format, String body) {
        return given().contentType("application/json")
                .queryParam("format", format)
                .body(body)
                .post("/api/v1/checks")
                .then()
                .statusCode(200);
    }

    /** The index follows the tables a moment later. */
    private static void indexed() {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> given().contentType("text/plain")
                .body("Pademelons count termites before they eat\nPotoroos without a registered number")
                .post("/api/v1/checks")
                .then()
                .body("counts.'as-given'", equalTo(2)));
    }
}
