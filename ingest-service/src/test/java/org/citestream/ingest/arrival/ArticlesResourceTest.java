package org.citestream.ingest.arrival;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.citestream.ingest.Contract;
import org.citestream.ingest.Jats;
import org.citestream.ingest.PlatformResource;
import org.citestream.ingest.TopicReader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ArticlesResourceTest {

    private static final String CITED = "doi:10.5555/cited.1";

    @ConfigProperty(name = "citestream.data")
    Path data;

    @Test
    void shouldPublishFactsInOrderWhenArticleIsSent() {
        // Given
        byte[] article = article("10.5555/order.1").bytes();
        // When
        ValidatableResponse answer = send(article).statusCode(201);
        // Then
        answer.body("publication", equalTo("doi:10.5555/order.1"))
                .body("statements", equalTo(2))
                .body("references", equalTo(2))
                .body("referencesResolved", equalTo(1))
                .body("unresolved", equalTo(0))
                .body("unchanged", equalTo(false));
        List<TopicReader.TopicRecord> facts = TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/order.1");
        assertThat(facts)
                .extracting(TopicReader.TopicRecord::type)
                .containsExactly("StatementExtracted", "StatementExtracted", "ReferencesListed", "ArticleClosed");
        assertThat(facts)
                .extracting(TopicReader.TopicRecord::partition)
                .containsOnly(facts.get(0).partition());
        assertThat(facts).allSatisfy(fact -> assertThat(Contract.violations(fact.type(), fact.value()))
                .isEmpty());
        assertThat(facts.get(0).value().path("cited").asText()).isEqualTo(CITED);
        assertThat(facts.get(3).value().path("statements").asInt()).isEqualTo(2);
        assertThat(TopicReader.about(TopicReader.PUBLICATIONS, "doi:10.5555/order.1"))
                .extracting(TopicReader.TopicRecord::key)
                .containsExactly("fulltext doi:10.5555/order.1");
        assertThat(TopicReader.about(TopicReader.PUBLICATIONS, CITED))
                .extracting(TopicReader.TopicRecord::key)
                .contains("reference " + CITED);
    }

    @Test
    void shouldPublishNothingWhenSameFileIsSentAgain() {
        // Given
        byte[] article = article("10.5555/again.1").bytes();
        send(article).statusCode(201);
        int before =
                TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/again.1").size();
        // When
        send(article).statusCode(200).body("unchanged", equalTo(true)).body("statements", equalTo(2));
        // Then
        assertThat(TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/again.1"))
                .hasSize(before);
    }

    @Test
    void shouldRaiseRevisionWhenArticleHasChanged() {
        // Given
        long first =
                send(article("10.5555/changed.1").bytes()).extract().jsonPath().getLong("revision");
        // When
        long second = send(article("10.5555/changed.1")
                        .cites("A third sentence cites the fear work", "B1")
                        .bytes())
                .statusCode(201)
                .body("statements", equalTo(3))
                .extract()
                .jsonPath()
                .getLong("revision");
        // Then
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void shouldBlameTheDiskAndNotTheArticleWhenItCannotBeKept() throws Exception {
        // Given: a file where the folder should be
        byte[] article = article("10.5555/disk.1").bytes();
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(article));
        Path inTheWay = data.resolve("articles").resolve(digest.substring(0, 2));
        Path aside = inTheWay.resolveSibling("aside");
        Files.createDirectories(inTheWay);
        Files.move(inTheWay, aside);
        Files.createFile(inTheWay);
        try {
            // When
            send(article)
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("title", equalTo("The disk does not take the article"));
            assertThat(TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/disk.1"))
                    .isEmpty();
        } finally {
            Files.delete(inTheWay);
            Files.move(aside, inTheWay);
        }
        // Then
        send(article).statusCode(201);
    }

    @Test
    void shouldReadGzipWhenAnnouncedByHeader() throws IOException {
        // Given
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(article("10.5555/gzip.1").bytes());
        }
        // When
        ValidatableResponse answer = given().header("Content-Encoding", "gzip")
                .contentType("application/xml")
                .body(packed.toByteArray())
                .post("/articles")
                .then();
        // Then
        answer.statusCode(201).body("publication", equalTo("doi:10.5555/gzip.1"));
    }

    @Test
    void shouldPublishNothingWhenOnlyPreviewIsAsked() {
        // Given
        byte[] article = article("10.5555/preview.1").bytes();
        // When
        ValidatableResponse answer = given().contentType("application/xml")
                .body(article)
                .post("/articles?preview=true")
                .then();
        // Then
        answer.statusCode(200)
                .body("publication.id", equalTo("doi:10.5555/preview.1"))
                .body("statements.size()", equalTo(2))
                .body("statements[0].headingPath", equalTo(List.of("Results")));
        assertThat(TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/preview.1"))
                .isEmpty();
    }

    @Test
    void shouldWithdrawWhenArticleIsDeletedByBareDoi() {
        // Given
        byte[] article = article("10.5555/gone.1").bytes();
        send(article).statusCode(201);
        // When
        given().delete("/articles/10.5555/gone.1?why=licence")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true));
        // Then
        List<TopicReader.TopicRecord> facts = TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/gone.1");
        TopicReader.TopicRecord last = facts.get(facts.size() - 1);
        assertThat(last.type()).isEqualTo("ArticleWithdrawn");
        assertThat(last.value().path("why").asText()).isEqualTo("licence");
        assertThat(Contract.violations("ArticleWithdrawn", last.value())).isEmpty();
        List<TopicReader.TopicRecord> described = TopicReader.about(TopicReader.PUBLICATIONS, "doi:10.5555/gone.1");
        assertThat(described.get(described.size() - 1).value()).isNull();
        given().urlEncodingEnabled(false)
                .delete("/articles/doi:10.5555%2Fgone.1")
                .then()
                .statusCode(404);
        send(article).statusCode(201);
    }

    @Test
    void shouldReadKeptFileAgainWhenAsked() {
        // Given
        long first =
                send(article("10.5555/kept.1").bytes()).extract().jsonPath().getLong("revision");
        // When
        ValidatableResponse same =
                given().post("/articles/doi:10.5555/kept.1/reingest").then();
        ValidatableResponse forced =
                given().post("/articles/doi:10.5555/kept.1/reingest?force=true").then();
        // Then
        same.statusCode(200).body("unchanged", equalTo(true));
        assertThat(forced.statusCode(201).extract().jsonPath().getLong("revision"))
                .isGreaterThan(first);
    }

    @Test
    void shouldIssueNoticeWhenArticleIsRetraction() {
        // Given
        byte[] retraction = Jats.article()
                .doi("10.5555/retraction.1")
                .type("retraction")
                .title("Retraction of a work that was wrong")
                .related("retracted-article", "10.5555/wrong.1")
                .bytes();
        // When
        send(retraction).statusCode(201);
        // Then
        List<TopicReader.TopicRecord> notices = TopicReader.about(TopicReader.PUBLICATIONS, "doi:10.5555/wrong.1");
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0).key())
                .isEqualTo("notice doi:10.5555/wrong.1 retraction 2021 doi:10.5555/retraction.1");
        assertThat(Contract.violations("NoticeIssued", notices.get(0).value())).isEmpty();
    }

    @Test
    void shouldRefuseWithPlaceWhenXmlIsTruncated() {
        // Given
        String xml = article("10.5555/truncated.1").xml();
        // When
        ValidatableResponse answer = send(xml.substring(0, xml.length() - 200).getBytes(StandardCharsets.UTF_8));
        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("type", containsString("not-well-formed"))
                .body("line", notNullValue())
                .body("column", notNullValue())
                .body("detail", notNullValue());
        assertThat(TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/truncated.1"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Dear editors, this is not an article | 400 | not-xml | Not XML
        <html><body/></html> | 422 | wrong-root | Not an article in a known format
        <article><front><article-meta/></front><body/></article> | 422 | no-identity | An article with neither id nor title
        """)
    void shouldSayWhyWhenBodyIsNoArticle(String body, int status, String type, String title) {
        // When
        ValidatableResponse answer = send(body.getBytes(StandardCharsets.UTF_8));
        // Then
        answer.statusCode(status).body("type", endsWith(type)).body("title", equalTo(title));
    }

    @Test
    void shouldSayWhatIsMissingWhenBodyIsPdfAndThereIsNoGrobid() {
        // Given
        byte[] pdf = "%PDF-1.7 an article".getBytes(StandardCharsets.UTF_8);
        // When
        ValidatableResponse answer = send(pdf);
        // Then
        answer.statusCode(415).body("detail", containsString("citestream.grobid.url"));
    }

    @Test
    void shouldRefuseWhenArticleIsLargerThanTheLimit() {
        // Given
        byte[] large = padded("10.5555/large.1", 4 * 1024 * 1024);
        // When
        ValidatableResponse answer = send(large);
        // Then
        answer.statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("citestream.limits.article-bytes"));
        assertThat(TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/large.1"))
                .isEmpty();
    }

    @Test
    void shouldTakeArticleInWhenItIsTooLargeForMemory() {
        // Given
        byte[] large = padded("10.5555/spilled.1", 5 * 512 * 1024);
        // When
        ValidatableResponse answer = send(large);
        // Then
        answer.statusCode(201).body("statements", equalTo(2));
    }

    @Test
    void shouldRefuseWhenEntitiesExplode() {
        // Given
        String bomb = "<!DOCTYPE article [<!ENTITY a \"lol\">"
                + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
                + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">"
                + "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]><article><body><p>&f;&f;&f;</p></body></article>";
        // When
        ValidatableResponse answer = send(bomb.getBytes(StandardCharsets.UTF_8));
        // Then
        answer.statusCode(422).body("type", containsString("limit")).body("line", notNullValue());
    }

    /** The article, longer by so many bytes that say nothing. */
    private static byte[] padded(String doi, int bytes) {
        String padding = "<!--" + "x".repeat(bytes) + "-->";
        return article(doi).xml().replace("<body>", padding + "<body>").getBytes(StandardCharsets.UTF_8);
    }

    private static Jats article(String doi) {
        return Jats.article()
                .doi(doi)
                .cites("Fear fades in the rat", "B1")
                .cites("Instincts stay as they are", "B2")
                .reference("B1", "Ren", "Fear extinction in the rat, a sample", 2015, "doi:10.5555/cited.1")
                .reference("B2", "Tinb", "A book of instincts and habits", 1951);
    }

    private static ValidatableResponse send(byte[] article) {
        return given().contentType("application/xml")
                .body(article)
                .post("/articles")
                .then();
    }
}
