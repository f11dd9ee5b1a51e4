package org.citestream.ingest.arrival.pack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.citestream.ingest.Jats;
import org.citestream.ingest.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FormResourceTest.SmallForms.class)
@WithTestResource(PlatformResource.class)
class FormResourceTest {
    public static final class SmallForms implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("citestream.form.bytes", "64K");
        }
    }

    @TestHTTPResource("/articles")
    URI articles;

    @Test
    void shouldTakeEachFileWhenAFormSendsSeveral() {
        given().multiPart("files", "one.xml", Jats.citing("10.5555/form.1"), "text/xml")
                .multiPart("files", "two.xml.gz", Packs.gzip(Jats.citing("10.5555/form.2")), "application/gzip")
                .post("/articles")
                .then()
                .statusCode(201)
                .body("files", hasSize(2))
                .body("files[0].file", equalTo("one.xml"))
                .body("files[0].publication", equalTo("doi:10.5555/form.1"))
                .body("files[1].publication", equalTo("doi:10.5555/form.2"));
    }

    @Test
    void shouldSayWhereToSendItWhenAFileIsAnArchiveAndTakeTheOthers() {
        given().multiPart("a", "all.zip", Packs.zip(Map.of("x.xml", Jats.citing("10.5555/form.3"))), "application/zip")
                .multiPart("b", "four.xml", Jats.citing("10.5555/form.4"), "text/xml")
                .multiPart("c", "all.tar.gz", Packs.tarGz(Map.of("x.xml", Jats.citing("10.5555/form.5"))), "x/y")
                .post("/articles")
                .then()
                .statusCode(422)
                .body("files[0].rejected.reason", equalTo("archive"))
                .body("files[0].rejected.detail", containsString("/articles/archive"))
                .body("files[1].publication", equalTo("doi:10.5555/form.4"))
                .body("files[2].rejected.reason", equalTo("archive"));
    }

    @Test
    void shouldSayWhatIsMissingWhenAFormHasNoFile() {
        given().multiPart("note", "words")
                .post("/articles")
                .then()
                .statusCode(400)
                .body("detail", containsString("no file"));
    }

    @Test
    void shouldNameTheSettingWhenAFormIsTooLarge() throws IOException, InterruptedException {
        // Given: a browser says how long its form is
        byte[] form = ("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"one.xml\"\r\n\r\n"
                        + "x".repeat(70_000) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        // When
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(articles)
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("citestream.form.bytes");
    }

    @Test
    void shouldSayWhereToSendItWhenABodyIsAnArchive() {
        given().contentType("application/zip")
                .body(Packs.zip(Map.of("x.xml", Jats.citing("10.5555/form.6"))))
                .post("/articles")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("detail", containsString("/articles/archive"));
    }
}
