package org.citestream.ingest.arrival;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.citestream.ingest.Contract;
import org.citestream.ingest.PlatformResource;
import org.citestream.ingest.TopicReader;
import org.citestream.ingest.remote.HttpStub;
import org.citestream.ingest.remote.HttpStub.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** GROBID, registries and lists of notices, wired into the service: other people's servers stand on loopback. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@WithTestResource(RemoteServicesTest.Outside.class)
@Tag("slow")
class RemoteServicesTest {
    private static final String NAMELESS = """
            <article article-type="research-article"><front><article-meta>
            <article-id pub-id-type="doi">10.5555/outside.1</article-id>
            <title-group><article-title>Asking the registries</article-title></title-group></article-meta></front>
            <body><p>Rats freeze <xref ref-type="bibr" rid="B1">1</xref>.</p></body>
            <back><ref-list><ref id="B1"><label>1</label><element-citation publication-type="journal">
            <person-group person-group-type="author"><name><surname>Ren</surname><given-names>P</given-names></name></person-group>
            <article-title>Fear extinction in the striped rat</article-title><source>Ann Sample Sci</source><year>2015</year>
            </element-citation></ref></ref-list></back></article>""";

    /** What the stub answers in the place of GROBID and Crossref. */
    public static final class Outside implements QuarkusTestResourceLifecycleManager {
        private HttpStub stub;

        @Override
        public Map<String, String> start() {
            stub = new HttpStub();
            stub.answer("/api/processFulltextDocument", new Answer(200, """
                            <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
                            <title level="a" type="main">A paper that was a PDF</title></titleStmt><sourceDesc><biblStruct>
                            <idno type="DOI">10.5555/outside.pdf</idno></biblStruct></sourceDesc></fileDesc></teiHeader>
                            <text><body><div><p>It holds <ref type="bibr" target="#b0">[1]</ref>.</p></div></body><back><div
                            type="references"><listBibl><biblStruct xml:id="b0"><analytic><title level="a" type="main">Rats</title>
                            <idno type="DOI">10.5555/outside.cited</idno></analytic></biblStruct></listBibl></div></back></text>
                            </TEI>"""));
            stub.answer(
                    "/works?rows=5&query.bibliographic=Ren+Fear+extinction+in+the+striped+rat+Ann+Sample+Sci+2015",
                    new Answer(200, """
                            {"message":{"items":[{"DOI":"10.5555/outside.fear","title":["Fear extinction in the striped rat"],
                            "author":[{"given":"Ping","family":"Ren"}],"issued":{"date-parts":[[2015]]},
                            "updated-by":[{"DOI":"10.5555/OUTSIDE.note","type":"expression_of_concern",
                            "updated":{"date-parts":[[2023,4,1]]}}]}]}}"""));
            String base = stub.base().toString();
            return Map.of(
                    "citestream.grobid.url", base,
                    "citestream.registry.crossref.enabled", "true",
                    "citestream.registry.crossref.url", base);
        }

        @Override
        public void stop() {
            stub.close();
        }
    }

    @Test
    void shouldReadPdfThroughGrobid() {
        given().body("%PDF-1.7 sample".getBytes(StandardCharsets.US_ASCII))
                .post("/articles")
                .then()
                .statusCode(201)
                .body("publication", equalTo("doi:10.5555/outside.pdf"))
                .body("statements", equalTo(1));
    }

    @Test
    void shouldFindTheDoiOfAReferenceInARegistry() {
        // When
        given().body(NAMELESS).post("/articles").then().statusCode(201).body("referencesResolved", equalTo(0));

        // Then
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(TopicReader.about(TopicReader.PUBLICATIONS, "doi:10.5555/outside.fear"))
                    .extracting(TopicReader.TopicRecord::key)
                    .contains(
                            "registry doi:10.5555/outside.fear",
                            "notice doi:10.5555/outside.fear expression-of-concern 2023-04-01 crossref");
            assertThat(TopicReader.raw(TopicReader.PUBLICATIONS))
                    .extracting(
                            record -> record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8))
                    .anyMatch(value -> value.contains("\"to\":\"doi:10.5555/outside.fear\""));
        });
    }

    @Test
    void shouldTakeBackWhatARecordNoLongerSays() {
        // Given: Crossref's record of a notice, and one of our own
        String record = """
                {"message":{"DOI":"10.5555/outside.note1","update-to":[%s{"DOI":"10.5555/outside.wrong","type":"new_version"}]}}
                {"publication":"https://doi.org/10.5555/Outside.Wrong","kind":"correction","date":"2024-05"}""";
        String update =
                "{\"DOI\":\"10.5555/outside.wrong\",\"type\":\"retraction\",\"updated\":{\"date-parts\":[[2024,5,1]]}},";
        String retracted = "notice doi:10.5555/outside.wrong retraction 2024-05-01 crossref:doi:10.5555/outside.note1";
        given().body(record.formatted(update))
                .post("/notices")
                .then()
                .statusCode(200)
                .body("issued", equalTo(2))
                .body("otherNature", equalTo(1));

        // When: the catalogue knows them after a moment
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> given().body(record.formatted(""))
                .post("/notices")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(1)));

        // Then
        List<TopicReader.TopicRecord> notices =
                TopicReader.about(TopicReader.PUBLICATIONS, "doi:10.5555/outside.wrong");
        assertThat(notices)
                .extracting(TopicReader.TopicRecord::key)
                .contains(retracted, "notice doi:10.5555/outside.wrong correction 2024-05 curated");
        TopicReader.TopicRecord last = notices.stream()
                .filter(notice -> notice.key().equals(retracted))
                .reduce((one, later) -> later)
                .orElseThrow();
        assertThat(last.value().path("why").asText()).isEqualTo("no longer on the list");
        assertThat(Contract.violations("NoticeWithdrawn", last.value())).isEmpty();
        given().body("{\"publication\":\"10.5555/x\",\"kind\":\"bogus\"}")
                .post("/notices")
                .then()
                .statusCode(400)
                .body("detail", containsString("expression-of-concern"));
    }

    @Test
    void shouldPublishNoticesOfTheRetractionWatchList() {
        // Given
        String list =
                "Record ID,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,"
                        + "RetractionNature\n1,5/2/2022 0:00,10.5555/r.1,0,10.5555/outside.bad,0,Retraction\n";

        // When
        given().body(list).post("/notices").then().statusCode(200).body("issued", equalTo(1));

        // Then
        List<TopicReader.TopicRecord> notices = TopicReader.about(TopicReader.PUBLICATIONS, "doi:10.5555/outside.bad");
        assertThat(notices)
                .extracting(TopicReader.TopicRecord::key)
                .containsOnly("notice doi:10.5555/outside.bad retraction 2022-05-02 retraction-watch");
        assertThat(notices.get(0).value().path("source").asText()).isEqualTo("retraction-watch");
        given().body("a,b\n1,2\n")
                .post("/notices")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("RetractionDate"));
    }
}
