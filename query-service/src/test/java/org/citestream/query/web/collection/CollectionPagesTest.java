package org.citestream.query.web.collection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.Test;

/** What a reader sees and sends. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class CollectionPagesTest extends ViewFixture {

    private static final String MULGARA = "doi:10.5555/pages.mulgara";
    private static final String QUOKKA = "doi:10.5555/pages.quokka";
    private static final String CRITIC = "doi:10.5555/pages.critic";

    @Override
    protected void fill() throws Exception {
        view.works(List.of(
                        SampleWork.of(MULGARA, "Mulgaras & <their> burrows", "2010")
                                .by("Ines Mulgaras")
                                .noticed("retraction"),
                        SampleWork.of(QUOKKA, "Ningauis smile for no reason", "2012")
                                .by("Ines Mulgaras"),
                        SampleWork.of(CRITIC, "No burrows at all", "2015")))
                .said(List.of(
                        SampleStatement.of(CRITIC, MULGARA, "We saw no burrow.").as("contrasting", 0.9),
                        SampleStatement.of(CRITIC, QUOKKA, "Ningauis are known.")
                                .nth(1)))
                .announced();
    }

    @Test
    void shouldShowWhatAColleagueWantsToSee() {
        // Given
        String page = made("A & <b>", "10.5555/pages.mulgara\n10.5555/pages.quokka\n10.5555/pages.unknown");
        // When
        String html = given().get(page)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asString();
        // Then
        assertThat(html)
                .contains("<h1>A &amp; &lt;b&gt;</h1>", "3 works", "1 not in this index yet", "2 citation statements")
                .contains("Editorial notices: 1 work", "Retraction", "Most contrasted", "We saw no burrow.")
                .contains("Mulgaras &amp; &lt;their&gt; burrows", "10.5555/pages.unknown")
                .contains("order=contrasting#works", "/alerts/new?follows=collection&amp;target=");
        assertThat(given().get(page + "?order=title").asString())
                .containsSubsequence("Mulgaras", "Ningauis smile", "pages.unknown");
        assertThat(given().get(page + "?order=-title&column=year").asString())
                .contains("aria-sort=\"descending\"")
                .doesNotContain(">Contrasting</a></th>");
        given().get("/collections")
                .then()
                .statusCode(200)
                .body(containsString("A &amp; &lt;b&gt;"), containsString("3 works"));
        given().get(page + "/map")
                .then()
                .statusCode(200)
                .body(containsString("None of these works is known to cite another"), containsString("Mulgaras 2010"));
        given().get("/feeds/atom" + page)
                .then()
                .statusCode(200)
                .body(containsString("We saw no burrow."), containsString("retraction"));
        given().get("/feeds/json" + page + "?type=contrasting")
                .then()
                .statusCode(200)
                .body(not(containsString("Ningauis are known.")));
    }

    @Test
    void shouldSayWhatOfAFileWasNotFound() {
        // Given
        String page = made("Files", "10.5555/pages.quokka");
        // When
        ValidatableResponse added = given().multiPart("list", "")
                .multiPart("input", "")
                .multiPart(
                        "file",
                        "library.csv",
                        "doi,title\n10.5555/pages.mulgara,Mulgaras\n,A title that nobody gave\n"
                                .getBytes(StandardCharsets.UTF_8))
                .post(page + "/works")
                .then();
        // Then
        added.statusCode(200)
                .body(allOf(
                        containsString("Added 1 work"),
                        containsString("Not found: 1 reference"),
                        containsString("A title that nobody gave")));
        given().multiPart("list", "@article{broken")
                .post(page + "/works")
                .then()
                .statusCode(422)
                .body(containsString("Nothing was added"), containsString("@article{broken"));
    }

    @Test
    void shouldKeepNotesTagsAndSettings() {
        // Given
        String page = made("Written on", "10.5555/pages.quokka");
        String work = page + "/works/10.5555/pages.quokka";
        // When
        post(work, "note", "Smiles <a lot>", "tags", " fun, fun ,core,").statusCode(303);
        post(page + "/settings", "name", "Renamed", "description", "Two\nlines", "open", "true")
                .statusCode(303);
        // Then
        given().get(page)
                .then()
                .body(
                        containsString("Renamed"),
                        containsString("Smiles &lt;a lot&gt;"),
                        containsString("open to everybody"));
        given().get(page + "?tag=core").then().body(containsString("Ningauis smile"));
        given().get(work).then().statusCode(200).body(containsString("value=\"fun, core\""));
        given().header("X-Forwarded-For", "192.0.2.8")
                .get(page)
                .then()
                .statusCode(200)
                .body(not(containsString("Add works")));
        given().header("X-Forwarded-For", "192.0.2.8")
                .get(page + "/settings")
                .then()
                .statusCode(403);
        post(work, "action", "remove").statusCode(303);
        given().get(page).then().body(containsString("No works yet"));
        post(page + "/delete", "other", "x").statusCode(400);
        post(page + "/delete", "sure", "true").statusCode(303);
        given().accept("text/html").get(page).then().statusCode(404).body(containsString("no collection"));
    }

    @Test
    void shouldLetAColleagueEditByLink() {
        // Given
        String page = made("Lent", "10.5555/pages.quokka");
        Matcher link =
                Pattern.compile("\\?t=(e\\.[\\w.-]+)").matcher(given().get(page).asString());
        assertThat(link.find()).isTrue();
        String lent = page + "?t=" + link.group(1);
        // When
        String html = given().header("X-Forwarded-For", "192.0.2.8")
                .get(lent)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        // Then
        assertThat(html)
                .contains(
                        "action=\"" + page + "/works?t=" + link.group(1),
                        page + "?t=" + link.group(1) + "&amp;order=title")
                .doesNotContain("/settings");
        given().header("X-Forwarded-For", "192.0.2.8")
                .multiPart("list", "10.5555/pages.mulgara")
                .post(page + "/works?t=" + link.group(1))
                .then()
                .statusCode(200)
                .body(containsString("Added 1 work"));
        given().header("X-Forwarded-For", "192.0.2.8").get(page).then().statusCode(404);
    }

    @Test
    void shouldTakeOverASearchAndAPersonsWorks() {
        // Given
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/api/v1/search?in=publications&q=author:Mulgaras")
                                .jsonPath()
                                .getInt("total")
                        == 2);
        given().accept("text/html")
                .get("/search?in=publications&q=ningauis")
                .then()
                .body(containsString("/collections/add?"));
        given().urlEncodingEnabled(false)
                .get("/authors/Ines%20Mulgaras")
                .then()
                .body(containsString("/collections/add?author=Ines%20Mulgaras"));
        // When
        given().get("/collections/add?in=publications&q=ningauis")
                .then()
                .statusCode(200)
                .body(containsString("Add 1 work to a collection"), containsString("Ningauis smile"));
        given().urlEncodingEnabled(false)
                .get("/collections/add?author=Ines%20Mulgaras")
                .then()
                .body(containsString("Add 2 works to a collection"));
        given().get("/collections/add?work=10.5555/pages.quokka").then().body(containsString("Ningauis smile"));
        given().get("/collections/add").then().statusCode(400);
        String page = given().redirects()
                .follow(false)
                .multiPart("list", MULGARA + "\n" + QUOKKA)
                .multiPart("name", "Hers")
                .post("/collections/add")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        // Then
        given().get(page).then().body(containsString("Hers"), containsString("2 works"));
    }

    @Test
    void shouldCompareWithAPastedLink() {
        // Given
        String one = made("One side", "10.5555/pages.mulgara\n10.5555/pages.quokka");
        String other = made("Other side", "10.5555/pages.quokka\n10.5555/pages.unknown");
        // When
        String html = given().queryParam("with", "https://index.example.org" + other)
                .get(one + "/compare")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        // Then
        assertThat(html)
                .contains("In both: 1 work", "Only in One side: 1 work", "Only in Other side: 1 work", "Other side");
        given().queryParam("with", "nonsense")
                .get(one + "/compare")
                .then()
                .statusCode(404)
                .body(containsString("no collection"));
    }

    private static String made(String name, String list) {
        String html = given().redirects()
                .follow(true)
                .multiPart("name", name)
                .multiPart("description", "")
                .multiPart("list", list)
                .post("/collections")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Matcher id = Pattern.compile("/feeds/atom(/collections/[0-9a-f-]{36})").matcher(html);
        assertThat(id.find()).as(html).isTrue();
        return id.group(1);
    }

    private static ValidatableResponse post(String path, String... fields) {
        var request = given().redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8");
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return request.post(path).then();
    }
}
