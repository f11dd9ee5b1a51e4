package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Article files in, reports out: all samples, and every figure the gold names. */
@WithLine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {

    private static final String HERO = "doi:10.5555/cs.hallam2016";

    private final Line line;
    private Feed feed;

    ReportTest(Line line) {
        this.line = line;
    }

    static List<JsonNode> expectedReports() {
        return StreamSupport.stream(
                        Samples.asTheyAre().expectedReports().path("reports").spliterator(), false)
                .toList();
    }

    static List<JsonNode> expectedReportsOfDois() {
        return expectedReports().stream()
                .filter(report -> report.path("id").asText().startsWith("doi:"))
                .toList();
    }

    @BeforeAll
    void feedAllSamples() {
        feed = Feed.whole(line, Samples.asTheyAre().all());
        // What is served follows the changes; the last of them is what the tests read.
        Served.awaitTally(line, HERO, new FoldedLog.Tally(2, 19, 0, 0, 0, 19));
    }

    @Test
    void shouldSayWhatItTookWhenAnArticleIsAccepted() {
        feed.answers().forEach((sample, answer) -> {
            assertThat(answer.path("statements").asInt()).as(sample.name()).isEqualTo(sample.statements());
            assertThat(answer.path("references").asInt()).as(sample.name()).isEqualTo(sample.references());
            assertThat(answer.path("publication").asText()).startsWith(sample.id());
        });
    }

    @ParameterizedTest
    @MethodSource("expectedReports")
    void shouldShowTheExpectedTallyWhenAllSamplesAreIn(JsonNode expected) {
        // Given
        String id = expected.path("id").asText();

        // When
        JsonNode report = Served.report(line, id);

        // Then
        assertThat(report.path("tally")).isEqualTo(expected.path("tally"));
        assertThat(report.path("references").asInt())
                .isEqualTo(expected.path("references").asInt());
        assertThat(report.path("publication").path("title").asText())
                .isEqualTo(expected.path("title").asText());
    }

    @ParameterizedTest
    @MethodSource("expectedReportsOfDois")
    void shouldTellTheSameInTheDialectsOfOtherServices(JsonNode expected) {
        // Given
        String doi = expected.path("id").asText().replaceFirst("^doi:", "");
        JsonNode tally = expected.path("tally");
        String citing = tally.path("citingPublications").asText();

        // When
        JsonNode scite = line.query().get("/tallies/" + doi).ok();
        JsonNode openCitations =
                line.query().get("/index/v2/citation-count/doi:" + doi).ok();
        JsonNode semanticScholar = line.query()
                .get("/graph/v1/paper/DOI:" + doi + "?fields=citationCount")
                .ok();
        Api.Answer badge = line.query().image("/badge/" + doi + ".svg");

        // Then
        for (String type : List.of("total", "supporting", "mentioning", "contrasting")) {
            assertThat(scite.path(type)).as(type).isEqualTo(tally.path(type));
        }
        assertThat(scite.path("unclassified").asInt())
                .isEqualTo(tally.path("unclassified").asInt()
                        + tally.path("notASentence").asInt());
        assertThat(scite.path("contradicting")).isEqualTo(tally.path("contrasting"));
        assertThat(openCitations.at("/0/count").asText()).isEqualTo(citing);
        assertThat(semanticScholar.path("citationCount").asText()).isEqualTo(citing);
        assertThat(badge.body())
                .contains(
                        tally.path("supporting").asText() + " supporting",
                        tally.path("contrasting").asText() + " contrasting");
    }

    @ParameterizedTest
    @MethodSource("expectedReports")
    void shouldCountTheExpectedFacetsWhenAllSamplesAreIn(JsonNode expected) {
        // Given
        JsonNode facets = expected.path("facets");

        // When
        JsonNode report = Served.report(line, expected.path("id").asText());

        // Then
        facets.properties()
                .forEach(facet -> assertThat(counts(report.path("facets").path(facet.getKey())))
                        .as(facet.getKey())
                        .isEqualTo(counts(facet.getValue())));
    }

    @Test
    void shouldServeWhatTheTopicsSayForEveryCitedWork() {
        Served.assertEqualTo(line, FoldedLog.of(line.log()));
    }

    @Test
    void shouldSpeakTheDialectThatExistingClientsKnow() {
        // When
        JsonNode tally = line.query().get("/tallies/10.5555/cs.tanaka2015").ok();
        JsonNode paper = line.query().get("/papers/10.5555/cs.tanaka2015").ok();

        // Then
        assertThat(tally.path("total").asInt()).isEqualTo(4);
        assertThat(tally.path("contradicting").asInt()).isEqualTo(2);
        assertThat(tally.path("mentioning").asInt()).isEqualTo(2);
        assertThat(tally.path("citingPublications").asInt()).isEqualTo(3);
        assertThat(paper.path("title").asText())
                .isEqualTo("Early handling permanently lowers innate fear of open ground");
        assertThat(paper.path("issue").asText()).isEqualTo("5");
        assertThat(paper.properties()).extracting(Map.Entry::getKey).doesNotContain("sue", "sns");
        assertThat(paper.path("editorialNotices").path(0).path("status").asText())
                .isEqualTo("Retracted");
    }

    @Test
    void shouldShowTheReportPageThatPeopleKnow() {
        // When
        Api.Answer page = line.query().page("/reports/" + HERO);
        Api.Answer others = line.query().page("/reports/" + HERO + "?section=other");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.body())
                .contains("A midbrain population gates instinctive behaviours in the striped field mouse")
                .contains("In the present study we found that silencing these neurons abolished freezing")
                .containsPattern("Cited by\\s+19\\s+publications")
                .containsPattern("References\\s+(<[^>]+>)?50\\s+publications");
        assertThat(others.body()).contains("Hormones and instinctive behaviours", "Parental instincts");
    }

    /** {@code [{value,count}]} of the API or {@code {value:count}} of the gold; values without statements do not count. */
    private static Map<String, Integer> counts(JsonNode facet) {
        Map<String, Integer> counts = new TreeMap<>();
        if (facet.isArray()) {
            facet.forEach(value ->
                    counts.put(value.path("value").asText(), value.path("count").asInt()));
        } else {
            facet.properties()
                    .forEach(
                            value -> counts.put(value.getKey(), value.getValue().asInt()));
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
