package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every report of the samples, whatever is asked, is the one that anyone can compute from the events in the topics. */
@WithLine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportSumsTest {

    private static final int QUESTIONS = 6;

    private final Line line;
    private FoldedWorks works;
    private Map<String, List<FoldedLog.Said>> byCited;

    ReportSumsTest(Line line) {
        this.line = line;
    }

    @BeforeAll
    void feedSamples() {
        Feed.whole(line, Samples.asTheyAre().all());
        Served.awaitTally(line, "doi:10.5555/cs.hallam2016", new FoldedLog.Tally(2, 19, 0, 0, 0, 19));
        FoldedLog log = FoldedLog.of(line.log());
        works = new FoldedWorks(line.log(), log);
        byCited = log.statements().stream()
                .filter(said -> said.cited().contains("/cs."))
                .collect(Collectors.groupingBy(FoldedLog.Said::cited));
    }

    @Test
    void shouldCountWhatAPlainCountOfTheEventsGivesWhateverIsAsked() {
        // Given
        Random random = new Random(5);
        // When, Then
        byCited.forEach((cited, about) -> {
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = Question.draw(random, cited, about, works);

                JsonNode report = line.query().get(question.path("limit=1")).ok();

                String asked = question.path("limit=1");
                assertThat(report.path("matching").asInt())
                        .as(asked)
                        .isEqualTo(question.answer(about, works, null).size());
                for (String facet : Question.FACETS) {
                    Map<String, Integer> served = counts(report.path("facets").path(facet));
                    Map<String, Integer> expected = Question.counts(question.answer(about, works, facet), facet, works);
                    if (facet.equals("author")) {
                        // Ten and the chosen are shown; the list has all.
                        assertThat(expected).as(facet + " of " + asked).containsAllEntriesOf(served);
                    } else {
                        assertThat(served).as(facet + " of " + asked).isEqualTo(expected);
                    }
                }
            }
        });
    }

    @Test
    void shouldShowEveryStatementOnceWhenPagesAreJoinedAndGroupsExpanded() {
        byCited.forEach((cited, about) -> {
            List<String> shown = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = line.query()
                        .get("/api/v1/reports/" + cited + "?limit=2" + cursor)
                        .ok();
                for (JsonNode group : page.path("groups")) {
                    shown.addAll(expanded(cited, group));
                }
                cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : null;
            } while (cursor != null);

            assertThat(shown)
                    .as(cited)
                    .containsExactlyInAnyOrderElementsOf(about.stream()
                            .map(said -> said.event().path("id").asText())
                            .toList());
        });
    }

    @Test
    void shouldTellNothingOfLabelsWhenBlind() {
        byCited.keySet().forEach(cited -> {
            String body = line.query()
                    .get("/api/v1/reports/" + cited + "?blind=true&limit=200")
                    .body();

            assertThat(body)
                    .doesNotContain(
                            "\"tally\"",
                            "\"type\":\"",
                            "machineType",
                            "confidence",
                            "\"scores\"",
                            "\"evidence\"",
                            "\"threshold\"",
                            "supporting",
                            "contrasting");
        });
        assertThat(line.query()
                        .get("/api/v1/reports/doi:10.5555/cs.hallam2016?blind=true&order=relevance")
                        .status())
                .isEqualTo(400);
    }

    /** All statements of a group: the one that is shown, and exactly as many more as it says. */
    private List<String> expanded(String cited, JsonNode group) {
        JsonNode whole = line.query()
                .get("/api/v1/reports/" + cited + "?citing="
                        + group.path("citing").path("id").asText())
                .ok();
        List<String> ids = new ArrayList<>();
        whole.path("groups")
                .path(0)
                .path("statements")
                .forEach(one -> ids.add(one.path("id").asText()));
        assertThat(ids)
                .hasSize(group.path("statements").size() + group.path("more").asInt())
                .startsWith(group.path("statements").path(0).path("id").asText());
        return ids;
    }

    private static Map<String, Integer> counts(JsonNode facet) {
        Map<String, Integer> counts = new HashMap<>();
        facet.forEach(value ->
                counts.put(value.path("value").asText(), value.path("count").asInt()));
        return counts;
    }
}
