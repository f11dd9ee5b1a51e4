package org.citestream.query.web.check;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.Test;

/** The page, as a browser without scripts uses it. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class CheckPageTest extends ViewFixture {

    private static final String DUNNARTS = "doi:10.5555/checkpage.dunnarts";
    private static final String LIST = """
            Okoye A. Dunnarts <sleep> in torpor. J Odd. 2009. doi:10.5555/checkpage.dunnarts
            Nobody N. Of nothing that is held here zyzzyva. 1999.
            """;

    @Override
    protected void fill() throws SQLException {
        view.works(List.of(
                        SampleWork.of(DUNNARTS, "Dunnarts <sleep> in torpor", "2010")
                                .by("Ada Okoye")
                                .noticed("retraction"),
                        SampleWork.of("doi:10.5555/checkpage.critic", "Awake", "2015")))
                .said(List.of(SampleStatement.of("doi:10.5555/checkpage.critic", DUNNARTS, "They are awake.")
                        .as("contrasting", 0.9)));
    }

    @Test
    void shouldOfferAFormAndLinkToIt() {
        // When
        String page = given().get("/check").then().statusCode(200).extract().asString();
        // Then
        assertThat(page)
                .contains(
                        "<textarea id=\"list\"", "type=\"file\"", "<a href=\"/check\" aria-current=\"page\">Check</a>")
                .contains("<option value=\"bibtex\">");
        assertThat(given().get("/").asString()).contains("<a href=\"/check\">Check</a>");
    }

    @Test
    void shouldShowTheReportOfAPastedList() {
        // When
        String page = given().multiPart("list", LIST)
                .multiPart("file", "", new byte[0])
                .multiPart("input", "")
                .post("/check")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asString();
        // Then
        assertThat(page)
                .contains("2 references, read as text", "1. Okoye A. Dunnarts &lt;sleep&gt; in torpor.")
                .contains("<b>Year</b>: given “2009”, in the index “2010”", "Retraction · 2022-05-02")
                .contains("<a href=\"/reports/10.5555/notice.1\">10.5555/notice.1</a>")
                .contains(
                        "href=\"/reports/10.5555/checkpage.dunnarts?type=contrasting&amp;exclude=self\">1 contrasting statement")
                .contains("Not found in this index")
                .contains("Dunnarts &lt;sleep&gt; in torpor. J Odd. 2009. doi:10.5555/checkpage.dunnarts\n");
        assertThat(page.replaceAll("(?s)<head>.*?</head>", "")).doesNotContain("<script", "<sleep>");
    }

    @Test
    void shouldCheckAFileAndGiveATable() {
        // When
        String csv = given().multiPart("list", "")
                .multiPart("file", "list.txt", LIST.getBytes(StandardCharsets.UTF_8), "text/plain")
                .multiPart("as", "csv")
                .post("/check")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"references.csv\"")
                .extract()
                .asString();
        // Then
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains("differs; retracted; contrasted", "not-found");
    }

    @Test
    void shouldSayWhyAFileWasNotCheckedAndKeepWhatWasPasted() {
        // When
        String page = given().multiPart("list", "kept text")
                .multiPart("file", "paper.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "application/pdf")
                .post("/check")
                .then()
                .statusCode(415)
                .contentType("text/html")
                .extract()
                .asString();
        // Then
        assertThat(page).contains("This looks like PDF", ">kept text</textarea>");
        given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .contentType("multipart/form-data; boundary=x")
                .body("no form")
                .post("/check")
                .then()
                .statusCode(422);
    }
}
