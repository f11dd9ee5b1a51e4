package org.citestream.query.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citestream.query.web.ShownPage.page;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PagesTest extends ViewFixture {

    private static final String REPORT = "/reports/10.5555/cs.hallam2016";
    private static final String HOSTILE = "<script>alert('x')</script> \"& {1234*5678}";

    private static final String ORCID = "0009-9900-0000-9911";

    private static final String NAMELESS = "ref:" + "ab12".repeat(16);

    @Override
    protected void fill() throws SQLException, IOException {
        SampleView.fill(view);
        view.works(List.of(
                        SampleWork.of(NAMELESS),
                        SampleWork.of("doi:10.5555/page.untitled", null, "1999")
                                .by("Cy Untold", "Bo Other")
                                .in("Annals of Names", null),
                        SampleWork.of("doi:10.5555/page.names", "A history of names", "2021"),
                        SampleWork.of("doi:10.5555/page.gone")))
                .said(List.of(
                        SampleStatement.of("doi:10.5555/page.names", NAMELESS, "A note was forgotten."),
                        SampleStatement.of(
                                "doi:10.5555/page.names", "doi:10.5555/page.untitled", "Another had no title.")));
        view.run("UPDATE %s.reference_edge e SET raw = 'Anon. A forgotten note. 1931.' FROM %<s.publication p"
                + " WHERE p.key = e.cited AND p.id = '" + NAMELESS + "'");
        view.run("INSERT INTO %s.article (citing, withdrawn_revision, why, superseded_by, withdrawn_at, partition)"
                + " SELECT key, 5, 'Added twice', 'doi:10.5555/page.names', '2026-01-02T03:04:05Z', 0"
                + " FROM %<s.publication WHERE id = 'doi:10.5555/page.gone'");
        view.run("INSERT INTO app.ops_audit (who, action, target, detail)"
                + " VALUES ('curator', 'withdraw', 'doi:10.5555/page.gone', 'Added twice')");
        view.works(List.of(
                        SampleWork.of("doi:10.5555/page.<b>", HOSTILE, "2020")
                                .by(HOSTILE)
                                .in(HOSTILE, HOSTILE),
                        SampleWork.of("doi:10.5555/page.plain", "A plain title", "2020")
                                .by("Ada Plain", "Bo Other")
                                .in("Journal of Plain Things", "research-article"),
                        SampleWork.of("doi:10.5555/page.cited", HOSTILE, "2010")))
                .said(List.of(SampleStatement.of("doi:10.5555/page.<b>", "doi:10.5555/page.cited", HOSTILE)
                        .amid(new SampleStatement.SampleContext(HOSTILE, HOSTILE, List.of(HOSTILE), List.of(0, 8)))))
                .announced();
        view.works(List.of(
                SampleWork.of("doi:10.5555/page.person1", "Two persons, one iD", "2021")
                        .in("Annals", "review"),
                SampleWork.of("doi:10.5555/page.person2", "One iD of two persons", "2022")
                        .in("Annals", "letter"),
                SampleWork.of("doi:10.5555/page.persons", "What they cite", "2010")));
        view.run(
                "UPDATE %s.publication SET author_names = '{Eve Ames,0009-9900-0000-9911}', authors = '[{\"given\":\"Eve\","
                        + "\"family\":\"Ames\",\"orcid\":\"0009-9900-0000-9911\",\"institutions\":[{\"ror\":\"0pa9est42\","
                        + "\"name\":\"Eastmoor University\"}]}]', funding = '[{\"funder\":\"Soil Fund\","
                        + "\"funderId\":\"https://doi.org/10.13039/501100009876\"}]' WHERE id = 'doi:10.5555/page.person1'");
        view.run(
                "UPDATE %s.publication SET author_names = '{E. Ames,0009-9900-0000-9911}', authors = '[{\"given\":\"E.\","
                        + "\"family\":\"Ames\",\"orcid\":\"0009-9900-0000-9911\"}]' WHERE id = 'doi:10.5555/page.person2'");
        view.said(List.of(
                        SampleStatement.of("doi:10.5555/page.person1", "doi:10.5555/page.persons", "One said this."),
                        SampleStatement.of("doi:10.5555/page.person2", "doi:10.5555/page.persons", "Two said that.")))
                .announced();
    }

    @Test
    void shouldShowTheReportInTheExpectedOrder() {
        // When
        String page = page(REPORT);
        // Then
        assertThat(page)
                .containsSubsequence(
                        "2016",
                        "10.5555/cs.hallam2016</a>",
                        "<h1>A midbrain population gates instinctive behaviours",
                        "View full text",
                        ">Cite<",
                        "<b>2</b>",
                        "Supporting",
                        "<b>19</b>",
                        "Mentioning",
                        "<b>0</b>",
                        "Contrasting",
                        "Cited by 19 publications",
                        "(21 citation statements)",
                        "References",
                        "Paper section",
                        "Citation type",
                        "Year range",
                        "Search within these statements",
                        "Order by",
                        "21 statements",
                        "Section: <b>Results</b>",
                        "Consistent with the findings of <mark class=\"marker\">Hallam et al. (2016)</mark>",
                        "See 1 more from this article");
    }

    @Test
    void shouldFilterByItsUrlAndIgnoreWhatBadgesAdd() {
        assertThat(page(REPORT + "?type=supporting&utm_source=journal&yearFrom=2018&yearTo=2018&q="))
                .contains("1 of 21 statements", "Citation type: supporting", "Year: 2018", "Shelter-directed running")
                .doesNotContain("Silencing the dorsal midbrain abolishes freezing to overhead shadows</a></h3>");
        given().header("HX-Target", "results")
                .get(REPORT + "?type=supporting&yearFrom=2018&yearTo=2019&q=&order=relevance")
                .then()
                .header("HX-Push-Url", equalTo(REPORT + "?type=supporting&year=2018..2019"));
    }

    @Test
    void shouldRevealNoLabelWhenBlind() {
        assertThat(page(REPORT + "?blind=true"))
                .doesNotContainIgnoringCase("supporting")
                .doesNotContainIgnoringCase("contrasting")
                .doesNotContain("confidence");
    }

    @Test
    void shouldGiveTheBadgeToPasteUnlessTypesAreHidden() {
        assertThat(page(REPORT))
                .contains("/badge/scite-badge-latest.min.js&quot;")
                .contains("data-doi=&quot;10.5555/cs.hallam2016&quot;")
                .contains("<img src=\"/badge/10.5555/cs.hallam2016.svg\"");
        assertThat(page(REPORT + "?blind=true")).doesNotContain("/badge/");
    }

    @Test
    void shouldListReferencesOnTheirTab() {
        assertThat(page(REPORT + "?tab=references"))
                .contains("aria-current=\"page\">References", "Early handling permanently lowers innate fear");
    }

    @Test
    void shouldNameWorksWithoutATitle() {
        assertThat(page("/reports/" + NAMELESS))
                .contains("<h1>Anon. A forgotten note. 1931.</h1>")
                .doesNotContain(">" + NAMELESS, "<title>" + NAMELESS);
        assertThat(page("/reports/10.5555/page.untitled"))
                .contains("<h1>Cy Untold et al., Annals of Names, 1999</h1>", "<title>Cy Untold et al.");
        assertThat(page("/reports/10.5555/page.names?tab=references"))
                .contains(">Anon. A forgotten note. 1931.</a>", ">Cy Untold et al., Annals of Names, 1999</a>")
                .doesNotContain(">" + NAMELESS);
        given().get("/api/v1/publications/" + NAMELESS)
                .then()
                .statusCode(200)
                .body("listedAs", equalTo("Anon. A forgotten note. 1931."));
    }

    @ParameterizedTest
    @CsvSource({
        "/reports/10.5555/page.gone, text/html",
        "/api/v1/reports/10.5555/page.gone, application/problem+json",
        "/api/v1/publications/10.5555/page.gone, application/problem+json",
        "/api/v1/cite/10.5555/page.gone?format=bibtex, application/problem+json"
    })
    void shouldSayWhoWithdrewAnArticleAndWhy(String path, String type) {
        given().accept(type.equals("text/html") ? ContentType.HTML : ContentType.JSON)
                .get(path)
                .then()
                .statusCode(410)
                .contentType(type)
                .body(containsString(
                        "withdrawn on 2026-01-02 by curator: Added twice; doi:10.5555/page.names takes its place"));
    }

    @Test
    void shouldSearchFilterAndOrderReferences() {
        // Given
        String list = "/reports/10.5555/page.names?tab=references";
        // When, Then
        assertThat(page(list)).contains("cited by 1 publication", "Anon. A forgotten note", "Cy Untold et al.");
        assertThat(page(list + "&q=forgotten+1931"))
                .contains("1 reference ", "Anon. A forgotten note")
                .doesNotContain("Cy Untold et al.");
        assertThat(page(list + "&q=100%25")).contains("0 references ");
        assertThat(page(list + "&type=contrasting&order=cited")).contains("0 references ", "selected>contrasting");
        assertThat(page(list + "&order=oldest"))
                .containsSubsequence("<ol>", "Cy Untold et al.", "Anon. A forgotten note");
        assertThat(page(list + "&order=newest")).contains("<ol>");
        given().get("/api/v1/references/10.5555/page.names?order=backwards")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("order"));
        given().get("/api/v1/references/10.5555/page.names?q=FORGOTTEN")
                .then()
                .body("entries", equalTo(1))
                .body("references[0].citedBy", equalTo(1));
    }

    @Test
    void shouldShowARetractionProminently() {
        assertThat(page("/reports/10.5555/cs.tanaka2015"))
                .contains("This work was retracted", "Statements below are marked as made before or after it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/10.5555/page.cited",
                "/reports/10.5555/page.%3Cb%3E?tab=references",
                "/reports/10.5555/page.cited?q=%3Cscript%3E&author=%22%3E%3Cimg%3E",
                "/facets/author/10.5555/page.cited",
                "/facets/citing/10.5555/page.cited?q=%22%3E%3Cimg%3E",
                "/find?q=%3Cscript%3E",
                "/find?q=%22%3E%3Cimg%3E",
                "/search?q=%3Cscript%3E&journal=%22%3E%3Cimg%3E",
                "/live?journal=%22%3E%3Cimg%3E",
                "/authors/%3Cimg%20src=x%3E",
                "/journals/%3Cscript%3E",
                "/reports/%3Cimg%20src=x%3E"
            })
    void shouldEscapeEverythingThatComesFromOutside(String path) {
        // Given
        String page = given().accept(ContentType.HTML)
                .urlEncodingEnabled(false)
                .get(path)
                .asString();
        // When
        String foreign = page.replaceAll("<img src=\"/badge/[^\"<>]+\" alt=\"The badge of this work\"", "");
        // Then
        assertThat(foreign).doesNotContain("<script>", "<img", "7006652").contains("<!DOCTYPE html>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                REPORT,
                REPORT + "?tab=references",
                "/find?q=fear",
                "/reports/nope",
                "/about/api",
                "/about/articles"
            })
    void shouldRunUnderAStrictPolicyWithoutInlineCode(String path) {
        // When
        String page = given().accept(ContentType.HTML)
                .get(path)
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self'; style-src 'self'"))
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asString();
        // Then
        assertThat(page)
                .doesNotContainPattern(Pattern.compile(
                        "<script(?![^>]*src=|[^>]*application/ld\\+json)|<style|\\sstyle=|\\son[a-z]+=|javascript:"));
        assertThat(page).doesNotContainPattern(Pattern.compile("(src|stylesheet\" href)=\"(https?:)?//"));
    }

    @ParameterizedTest
    @CsvSource({
        "/reports/10.5555/nobody, 404, have this work yet",
        "/reports/nope, 404, have this work yet",
        "/statements/nope, 404, Not found",
        "/nowhere/at/all, 404, Page not found",
        "/reports/10.5555/cs.hallam2016?year=x, 400, year",
        "/facets/colour/10.5555/cs.hallam2016, 404, Not found"
    })
    void shouldSayWhatToDoWhenSomethingIsWrong(String path, int status, String says) {
        given().accept(ContentType.HTML)
                .get(path)
                .then()
                .statusCode(status)
                .contentType("text/html")
                .body(containsString(says));
    }

    @Test
    void shouldOfferTheFeedWhenNoMailServerIsSet() {
        assertThat(page(REPORT))
                .contains(
                        "This server cannot send mail; follow the feed instead",
                        "rel=\"alternate\" type=\"application/atom+xml\"",
                        "href=\"/feeds/atom/reports/10.5555/cs.hallam2016\"");
        assertThat(page("/alerts/new?follows=author&target=%3Cimg%3E")).contains("works by &lt;img&gt;");
        given().formParam("follows", "work")
                .formParam("target", "10.5555/x")
                .formParam("email", "a@example.org")
                .post("/alerts")
                .then()
                .statusCode(503)
                .body(containsString("This server cannot send mail"));
    }

    @Test
    void shouldWarnWhenAWorkCitesARetractedOne() {
        // When
        String citing = given().get("/api/v1/reports/10.5555/cs.tanaka2015").path("groups[0].citing.id");
        // Then
        assertThat(page("/reports/" + citing))
                .contains("with a retraction, withdrawal or expression of concern", "noticed=true");
        assertThat(page("/reports/" + citing + "?tab=references&noticed=true")).contains("Retraction · 2022-05-02");
        assertThat(page("/reports/10.5555/cs.tanaka2015")).containsPattern("(Made|Before or) [a-z ]+ the retraction");
    }

    @Test
    void shouldRedirectFromTheSearchBoxToTheReport() {
        given().redirects()
                .follow(false)
                .queryParam("q", " https://doi.org/10.5555/CS.Hallam2016 ")
                .get("/find")
                .then()
                .statusCode(303)
                .header("Location", containsString(REPORT));
        await().untilAsserted(() -> assertThat(page("/find?q=midbrain+GATES"))
                .contains("<mark class=\"hit\">midbrain</mark>", "cited by 19 publications"));
        assertThat(page("/")).contains("Featured reports", "citation statements");
    }

    @Test
    void shouldShowAStatementByItsPermalink() {
        // Given
        String id = given().get("/api/v1/reports/10.5555/cs.hallam2016").path("groups[0].statements[0].id");
        // When, Then
        assertThat(page("/statements/" + id)).contains("Citation statement", "Why?", "Model cues 1", id);
    }

    @Test
    void shouldGiveCitationsAsFiles() {
        given().get("/api/v1/cite/10.5555/cs.hallam2016?format=bibtex")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".bib"))
                .body(containsString("title = {{A midbrain population gates instinctive behaviours"));
        given().get("/api/v1/cite/10.5555/cs.hallam2016?format=ris")
                .then()
                .statusCode(200)
                .body(containsString("DO  - 10.5555/cs.hallam2016"));
    }

    @Test
    void shouldDrawWhatTheTallyCounts() {
        // When
        String page = page(REPORT);
        // Then
        assertThat(page)
                .containsSubsequence("Statements by year", "most: 4 in 2018", "As a table", "Statements by section")
                .contains("<tr><th scope=\"row\"><a href=\"" + REPORT + "?year=2018#results\">2018</a></th>");
    }

    @Test
    void shouldDescribeThePageForMachines() {
        assertThat(page(REPORT))
                .contains(
                        "<link rel=\"canonical\" href=\"http://127.0.0.1:8080" + REPORT + "\">",
                        "\"@type\":\"ScholarlyArticle\"",
                        "\"@id\":\"https://doi.org/10.5555/cs.hallam2016\"",
                        "<meta property=\"og:description\" content=\"21 citation statements from 19 publications");
        assertThat(page(REPORT + "?type=supporting")).contains("<meta name=\"robots\" content=\"noindex\">");
        assertThat(given().get("/sitemap/0.xml").asString()).contains("<loc>http://127.0.0.1:8080" + REPORT + "</loc>");
        assertThat(given().get("/robots.txt").asString()).contains("Sitemap: http://127.0.0.1:8080/sitemap.xml");
    }

    @Test
    void shouldDistinguishStatementsBeforeAndAfterARetraction() {
        assertThat(page("/reports/10.5555/cs.tanaka2015"))
                .contains("class=\"stamp\">Retracted</span>", "Made before the retraction")
                .doesNotContain("Published before the retraction");
    }

    @Test
    void shouldShowOnePersonUnderTwoNamesWhenTheyHaveAnOrcid() {
        await().untilAsserted(() -> assertThat(page("/authors/" + ORCID))
                .contains(
                        "<h1>Eve Ames</h1>", "Also written E. Ames", "2 works known here", "https://orcid.org/" + ORCID)
                .contains("follows=author&amp;target=" + ORCID));
        given().redirects()
                .follow(false)
                .get("/find?q=https://orcid.org/" + ORCID)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/authors/" + ORCID));
        assertThat(page("/authors/Eve%20Ames"))
                .contains("1 work known here", "One person of this name has an ORCID iD", "/authors/" + ORCID);
        assertThat(page("/authors?q=ames")).contains("1 author<", "Eve Ames</a>", ORCID, "also E. Ames", "2 works<");
        assertThat(page("/reports/10.5555/page.persons?author=" + ORCID))
                .contains("value=\"" + ORCID + "\"", "</mark> said this.", "</mark> said that.");
        assertThat(given().get("/api/v1/reports/10.5555/page.persons")
                        .jsonPath()
                        .getMap("facets.author.find { it.value == '" + ORCID + "' }"))
                .containsEntry("label", "Eve Ames")
                .containsEntry("count", 2);
    }

    @Test
    void shouldShowAffiliationsAndFundersWhenTheyHaveIds() {
        await().untilAsserted(() -> assertThat(page("/affiliations/0pa9est42"))
                .contains("<h1>Eastmoor University</h1>", "https://ror.org/0pa9est42", "1 work known here"));
        assertThat(page("/funders/10.13039/501100009876"))
                .contains("<h1>Soil Fund</h1>", "https://doi.org/10.13039/501100009876", "1 work known here");
        assertThat(page("/affiliations?q=eastm")).contains("/affiliations/0pa9est42", "1 affiliation<");
        assertThat(page("/funders?order=name")).contains("/funders/10.13039/501100009876", "Soil Fund");
        assertThat(page("/journals?q=plain")).contains("Journal of Plain Things");
        assertThat(page("/reports/10.5555/page.person1"))
                .contains("/affiliations/0pa9est42", "/funders/10.13039/501100009876", "/authors/" + ORCID);
        given().get("/affiliations/00none000").then().statusCode(404);
        given().get("/funders?order=size").then().statusCode(400);
        given().get("/journals?q=%22%3Cscript%3E").then().statusCode(200);
    }

    @Test
    void shouldCountPublicationsByTypeWhenTheyAreSearched() {
        assertThat(page("/search?in=publications&q=persons"))
                .contains("<legend>Publication type</legend>", "name=\"publicationType\" value=\"review\"");
        assertThat(given().get("/api/v1/search?in=publications&q=persons&publicationType=review")
                        .jsonPath()
                        .getList("facets.publicationType.count", Integer.class))
                .containsExactly(1, 1);
    }

    @Test
    void shouldShowAnAuthorAndAJournal() {
        await().untilAsserted(() -> assertThat(page("/authors/Ada%20Plain"))
                .contains("<h1>Ada Plain</h1>", "1 work known here", "A plain title"));
        await().untilAsserted(() -> assertThat(page("/journals/Journal%20of%20Plain%20Things"))
                .contains("<h1>Journal of Plain Things</h1>", "A plain title"));
        given().get("/authors/Nobody%20At%20All").then().statusCode(404).contentType("text/html");
    }

    @Test
    void shouldSayWhereAQueryCannotBeRead() {
        assertThat(page("/search?q=fear%20AND")).contains("read this as a search");
    }

    @Test
    void shouldSayWhatToDoWhileClassifyServiceIsDown() {
        assertThat(page("/about/model")).contains("is not responding", "cues 1");
    }
}
