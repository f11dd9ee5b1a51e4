package org.citestream.query.web.about;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.citestream.query.PlatformResource;
import org.citestream.query.export.ExportLimits;
import org.junit.jupiter.api.Test;

/** Shares a service with ExportApiTest: who asks for the same resources does. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@WithTestResource(ExportLimits.class)
@WithTestResource(IngestServer.class)
class UploadTest {
    /** More than any other body may have here. */
    private static final int LONG = 900_000;

    @Test
    void shouldPassTheFileOnAndReturnTheAnswerWhenAPageSendsOne() {
        send("my article.xml", LONG)
                .statusCode(200)
                .contentType("application/x-ndjson")
                .body(containsString("\"file\":\"my article.xml\""))
                .body(containsString("doi:10.5555/" + LONG));
    }

    @Test
    void shouldNameTheSizeWhenAFileIsTooLarge() {
        send("large.zip", 1_200_000).statusCode(413).body(containsString("at most 1048576"));
    }

    @Test
    void shouldSayWhichKeyIsMissingWhenIngestServiceRefuses() {
        send("refused.xml", 10).statusCode(502).body(containsString("citestream.ops.ingest-key"));
    }

    @Test
    void shouldRefuseWhenAForeignPageSendsIt() {
        given().header("Origin", "https://evil.example")
                .header("Sec-Fetch-Site", "cross-site")
                .contentType("application/octet-stream")
                .body(new byte[10])
                .post("/about/articles/files?file=x.xml")
                .then()
                .statusCode(403);
    }

    @Test
    void shouldShowTheBoxWhenTheReaderMayUpload() {
        given().get("/about/articles")
                .then()
                .statusCode(200)
                .body(containsString("action=\"/about/articles/files\""))
                .body(containsString("/assets/upload.js"));
    }

    private static ValidatableResponse send(String name, int bytes) {
        return given().accept("application/x-ndjson, application/problem+json")
                .contentType("application/octet-stream")
                .body(new byte[bytes])
                .queryParam("file", name)
                .post("/about/articles/files")
                .then();
    }
}
