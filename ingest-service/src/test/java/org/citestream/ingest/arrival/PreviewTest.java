package org.citestream.ingest.arrival;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citestream.ingest.PlatformResource;
import org.citestream.ingest.extract.GoldFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples and tricky cases through the service's own HTTP interface. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class PreviewTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("org.citestream.ingest.extract.GoldFilesTest#samples")
    void shouldPreviewTheGold(Path article, Path gold) throws IOException {
        // When
        String line = given().queryParam("preview", true)
                .body(Files.readAllBytes(article))
                .post("/articles")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertThat(GoldFile.of(gold).differences(JSON.readTree(line))).isEmpty();
    }
}
