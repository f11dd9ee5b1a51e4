package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is taken out of a file, over HTTP and on the command line, against the gold. */
@WithLine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtractionTest {

    private final Map<String, JsonNode> extracted = new HashMap<>();
    private final Line line;

    ExtractionTest(Line line) {
        this.line = line;
    }

    static List<Sample> samples() {
        return Samples.asTheyAre().all();
    }

    /** One run over the folder, as starting a JVM takes longer than all the articles. */
    @BeforeAll
    void extractTheFolder() throws IOException {
        for (String json : Extract.run(Checkout.root().resolve("deploy/samples/articles"))) {
            JsonNode article = Json.tree(json);
            String file = article.path("file").asText();
            extracted.put(file.substring(file.lastIndexOf('/') + 1), article);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldExtractTheGoldWhenRunOnTheCommandLine(Sample sample) {
        ExpectedJson.assertMatches(extracted.get(sample.fileName()), sample.expected());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldExtractTheGoldWhenPreviewed(Sample sample) {
        ExpectedJson.assertMatches(
                line.ingest().post("/articles?preview=true", sample.xml()).ok(), sample.expected());
    }

    @Test
    void shouldPublishNothingWhenPreviewed() {
        // Given
        long before = line.log().size(TopicLog.STATEMENTS, TopicLog.PUBLICATIONS);

        // When
        line.ingest()
                .post(
                        "/articles?preview=true",
                        Samples.asTheyAre().get("abara-2017").xml())
                .ok();

        // Then
        assertThat(line.log().size(TopicLog.STATEMENTS, TopicLog.PUBLICATIONS)).isEqualTo(before);
    }
}
