package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the command takes out of a file, against the gold; needs no line. */
@Execution(ExecutionMode.CONCURRENT)
class ExtractCommandTest {

    private static final Map<String, JsonNode> EXTRACTED = new HashMap<>();

    static List<Sample> samples() {
        return Samples.asTheyAre().all();
    }

    /** One run over the folder, as starting a JVM takes longer than all the articles. */
    @BeforeAll
    static void extractTheFolder() throws IOException {
        for (String json : Extract.run(Checkout.root().resolve("deploy/samples/articles"))) {
            JsonNode article = Json.tree(json);
            String file = article.path("file").asText();
            EXTRACTED.put(file.substring(file.lastIndexOf('/') + 1), article);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldExtractTheGoldWhenRunOnTheCommandLine(Sample sample) {
        assertThat(EXTRACTED).containsKey(sample.fileName());
        ExpectedJson.assertMatches(EXTRACTED.get(sample.fileName()), sample.expected());
    }
}
