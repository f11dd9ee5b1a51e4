package org.citestream.ingest.arrival.pack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.ingest.Contract;
import org.citestream.ingest.Jats;
import org.citestream.ingest.PlatformResource;
import org.citestream.ingest.TopicReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PackResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldReportEachArticleInOrderWhenPackageIsTarGz() {
        // Given
        var entries = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 30; i++) {
            entries.put("PMC000xxxxxx/PMC" + i + ".xml", Jats.citing("10.5555/tar." + i));
        }
        entries.put("PMC000xxxxxx/figure.jpg", new byte[] {1, 2, 3});
        entries.put("PMC000xxxxxx/broken.nxml", "<article><front>".getBytes(StandardCharsets.UTF_8));
        // When
        List<JsonNode> lines = send(Packs.tarGz(entries));
        // Then
        assertThat(lines).hasSize(31);
        for (int i = 0; i < 30; i++) {
            assertThat(lines.get(i).path("file").asText()).isEqualTo("PMC000xxxxxx/PMC" + i + ".xml");
            assertThat(lines.get(i).path("publication").asText()).isEqualTo("doi:10.5555/tar." + i);
            assertThat(lines.get(i).path("statements").asInt()).isOne();
            assertThat(lines.get(i).path("unchanged").asBoolean()).isFalse();
        }
        assertThat(lines.get(30).path("rejected").path("reason").asText()).isEqualTo("not-well-formed");
        assertThat(lines.get(30).path("rejected").path("line").asInt()).isOne();
    }

    @Test
    void shouldSkipWhatIsInWhenPackageIsSentAgain() {
        // Given
        byte[] zip = Packs.zip(Map.of(
                "one.xml", Jats.citing("10.5555/zip.1"), "two.xml.gz", Packs.gzip(Jats.citing("10.5555/zip.2"))));
        List<JsonNode> first = send(zip);
        // When
        List<JsonNode> second = send(zip);
        // Then
        assertThat(first).hasSize(2).allMatch(line -> !line.path("unchanged").asBoolean());
        assertThat(second).hasSize(2).allMatch(line -> line.path("unchanged").asBoolean());
    }

    @Test
    void shouldTakeSetApartWhenBulkXmlHoldsManyArticles() {
        // Given
        String one = body("10.5555/bulk.1").replace("Words", "Words&nbsp;&amp;");
        String bulk =
                "<?xml version=\"1.0\"?><!-- Europe PMC --><articles>" + one + body("10.5555/bulk.2") + "</articles>";
        // When
        List<JsonNode> lines = send(Packs.gzip(bulk.getBytes(StandardCharsets.UTF_8)));
        // Then
        assertThat(lines)
                .extracting(line -> line.path("publication").asText())
                .containsExactly("doi:10.5555/bulk.1", "doi:10.5555/bulk.2");
        assertThat(lines).extracting(line -> line.path("file").asText()).containsExactly("archive#1", "archive#2");
    }

    @Test
    void shouldTakeEachRecordWhenARepositoryWasHarvested() {
        // Given: the prefix of the links is declared once, outside the articles
        String harvest =
                "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/' xmlns:xlink='http://www.w3.org/1999/xlink'>"
                        + "<responseDate>2026-01-01T00:00:00Z</responseDate><ListRecords>"
                        + record(body("10.5555/oai.1").replace("<body>", "<body xlink:title='x'>"))
                        + "<record><header status='deleted'><identifier>oai:gone</identifier></header></record>"
                        + record(body("10.5555/oai.2"))
                        + "<resumptionToken>more</resumptionToken></ListRecords></OAI-PMH>";
        // When
        List<JsonNode> lines = send(harvest.getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(lines)
                .extracting(line -> line.path("publication").asText())
                .containsExactly("doi:10.5555/oai.1", "doi:10.5555/oai.2");
    }

    @Test
    void shouldSayWhyWhenAHarvestIsAnErrorOrASetIsEmpty() {
        // Given
        String error = "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><error code='noRecordsMatch'>"
                + "No records match</error></OAI-PMH>";
        // When
        List<JsonNode> refused = send(error.getBytes(StandardCharsets.UTF_8));
        List<JsonNode> empty = send("<articles/>".getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(refused.get(0).path("failed").path("detail").asText()).contains("holds an error: No records match");
        assertThat(empty.get(0).path("failed").path("detail").asText()).contains("holds no article");
    }

    @Test
    void shouldTakeOnlyTheArticleWhenZipIsAManuscriptExchange() {
        // Given
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put(
                "manifest.xml",
                "<manifest xmlns='https://manuscriptexchange.org/schema/manifest'/>".getBytes(StandardCharsets.UTF_8));
        entries.put("transfer.xml", "<transfer/>".getBytes(StandardCharsets.UTF_8));
        entries.put("content/488801.xml", Jats.citing("10.5555/meca.1"));
        // When
        List<JsonNode> lines = send(Packs.zip(entries));
        // Then
        assertThat(lines).extracting(line -> line.path("publication").asText()).containsExactly("doi:10.5555/meca.1");
    }

    @Test
    void shouldTakeEachChapterWhenXmlIsABook() throws IOException {
        // Given
        byte[] book = resource("/sets/book.xml");
        // When
        List<JsonNode> lines = send(book);
        // Then: the part around two chapters says nothing of its own
        assertThat(lines)
                .extracting(line -> line.path("publication").asText())
                .containsExactly("doi:10.5555/book.ch1", "doi:10.5555/book.ch2", "doi:10.5555/book.ch3");
        assertThat(lines).extracting(line -> line.path("statements").asInt()).containsExactly(1, 1, 1);
        // Chapter 2 has no list of its own: of the book's it has what it cites.
        assertThat(lines).extracting(line -> line.path("references").asInt()).containsExactly(1, 1, 2);
        JsonNode chapter = TopicReader.about(TopicReader.PUBLICATIONS, "doi:10.5555/book.ch2")
                .get(0)
                .value();
        assertThat(chapter.path("journal").asText()).isEqualTo("A book of moss");
        assertThat(chapter.path("published").asText()).isEqualTo("2016");
        assertThat(chapter.path("publicationType").asText()).isEqualTo("book-chapter");
    }

    @Test
    void shouldTakeEachDocumentWhenJsonIsACollectionOfBioc() throws IOException {
        // Given
        byte[] one = resource("/shapes/n05-bioc.json");
        String text = new String(one, StandardCharsets.UTF_8);
        String document = text.substring(text.indexOf("{\"id\""), text.lastIndexOf("]}]"));
        byte[] two = ("{\"documents\":[" + document + ","
                        + document.replace("10.5555/bioc.1", "10.5555/bioc.2")
                                .replace("29575849", "29575850")
                                .replace("7770001", "7770009")
                        + "]}")
                .getBytes(StandardCharsets.UTF_8);
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("PMC1.1/PMC1.1.json", "{\"license\":\"CC BY\"}".getBytes(StandardCharsets.UTF_8));
        entries.put("PMC7770001.json", one);
        // When
        List<JsonNode> collection = send(two);
        List<JsonNode> zip = send(Packs.zip(entries));
        // Then
        assertThat(collection)
                .extracting(line -> line.path("publication").asText())
                .containsExactly("doi:10.5555/bioc.1", "doi:10.5555/bioc.2");
        assertThat(zip).extracting(line -> line.path("publication").asText()).containsExactly("doi:10.5555/bioc.1");
        JsonNode statement = TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/bioc.2")
                .get(0)
                .value();
        assertThat(statement.path("markerMatch").path("method").asText()).isEqualTo("printed");
        assertThat(Contract.violations("StatementExtracted", statement)).isEmpty();
    }

    @Test
    void shouldPassOverTheListWhenAFolderIsThatOfPubMedCentral() {
        // Given
        byte[] list = ("Key,ETag,Article Citation,AccessionID,Last Updated UTC (YYYY-MM-DD HH:MM:SS),PMID,License,"
                        + "Retracted\noa_comm/xml/all/PMC1.xml,e,J. 2005,PMC1,2022-01-01 00:00:00,1,CC BY,no\n")
                .getBytes(StandardCharsets.UTF_8);
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("oa_comm/xml/metadata/csv/oa_comm.filelist.csv", list);
        entries.put("oa_comm/xml/all/PMC1.xml", Jats.citing("10.5555/s3.1"));
        // When
        List<JsonNode> packed = send(Packs.zip(entries));
        String alone = given().contentType("text/csv")
                .body(list)
                .post("/articles/archive?file=oa_comm.filelist.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        // Then
        assertThat(packed).extracting(line -> line.path("publication").asText()).containsExactly("doi:10.5555/s3.1");
        assertThat(alone).isEmpty();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = PackResourceTest.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    private static String record(String article) {
        return "<record><header><identifier>oai:1</identifier></header><metadata>" + article + "</metadata></record>";
    }

    @Test
    void shouldStopWhenPackageUnpacksToFarTooMuch() {
        // Given
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("good.xml", Jats.citing("10.5555/bomb.1"));
        entries.put("bomb.jpg", new byte[8 * 1024 * 1024]);
        entries.put("never.xml", Jats.citing("10.5555/bomb.2"));
        // When
        List<JsonNode> lines = send(Packs.tarGz(entries));
        // Then
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).path("publication").asText()).isEqualTo("doi:10.5555/bomb.1");
        assertThat(lines.get(1).path("failed").path("detail").asText()).contains("citestream.archive.expansion-ratio");
        assertThat(TopicReader.about(TopicReader.STATEMENTS, "doi:10.5555/bomb.2"))
                .isEmpty();
    }

    @Test
    void shouldStopWhenAnArticleOfASetIsTooLarge() {
        // Given: a comment, which is whole in memory for whoever copies it
        byte[] set = ("<articles>" + body("10.5555/large.1") + "<article><!--" + "words ".repeat(800_000)
                        + "--></article>" + body("10.5555/large.2") + "</articles>")
                .getBytes(StandardCharsets.UTF_8);
        // When
        List<JsonNode> lines = send(set);
        // Then
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).path("publication").asText()).isEqualTo("doi:10.5555/large.1");
        assertThat(lines.get(1).path("failed").path("detail").asText()).contains("citestream.limits.article-bytes");
    }

    @Test
    void shouldFindTheRootBehindManyBeginningsOfComments() {
        // Given
        byte[] odd = "<!--".repeat(8000).getBytes(StandardCharsets.UTF_8);
        var entries = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 200; i++) {
            entries.put("odd-" + i + ".xml", odd);
        }
        // When
        List<JsonNode> lines = send(Packs.zip(entries));
        // Then
        assertThat(lines)
                .hasSize(200)
                .allMatch(line -> line.path("rejected").path("reason").asText().startsWith("not-"));
    }

    @Test
    void shouldOnlyShowNameWhenEntryPointsOutOfThePackage() {
        // When
        List<JsonNode> lines = send(Packs.zip(Map.of("../../etc/evil.xml", Jats.citing("10.5555/traversal.1"))));
        // Then
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).path("publication").asText()).isEqualTo("doi:10.5555/traversal.1");
    }

    @Test
    void shouldSayWhereItEndedWhenPackageIsDamaged() {
        // Given
        byte[] whole = Packs.tarGz(Map.of("one.xml", Jats.citing("10.5555/damaged.1")));
        // When
        List<JsonNode> lines = send(Arrays.copyOf(whole, whole.length / 2));
        // Then
        assertThat(lines.get(lines.size() - 1).path("failed").path("reason").asText())
                .isEqualTo("unreadable-package");
    }

    private static List<JsonNode> send(byte[] pack) {
        String answer = given().contentType("application/octet-stream")
                .body(pack)
                .post("/articles/archive")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        return answer.lines().map(PackResourceTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String body(String doi) {
        String xml = new String(Jats.citing(doi), StandardCharsets.UTF_8);
        return xml.substring(xml.indexOf("<article"));
    }
}
