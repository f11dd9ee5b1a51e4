package org.citestream.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.citestream.classify.decide.linear.ModelSource;
import org.junit.jupiter.api.Test;

class MarkdownCardTest {

    @Test
    void shouldBeMadeOfTheFiguresThatShipBesideIt() throws IOException {
        // Given
        JsonNode figures = new ObjectMapper().readTree(shipped("model-card.json"));
        // When, Then
        assertThat(shipped("model-card.md")).isEqualTo(new MarkdownCard(figures).text());
    }

    @Test
    void shouldLeadWithWhatReadersSee() throws IOException {
        // When
        String card = shipped("model-card.md");
        // Then
        assertThat(card)
                .containsSubsequence(
                        "## On typical traffic", "get a type", "| supporting |", "## With the encoder", "## Data");
        assertThat(card.lines().filter(line -> line.startsWith("| contrasting | 0.")))
                .anyMatch(line ->
                        line.matches("\\| contrasting \\| [\\d.]+ \\[[\\d., ]+] \\| [\\d.]+ \\[[\\d., ]+] \\|"));
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = ModelSource.shipped(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
