package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who runs the line sees what was parked and why, and mends it over HTTP. */
@WithLine
@DisturbsLine
class OpsTest {

    private static final String OPS = "/api/v1/ops/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Line line;

    OpsTest(Line line) {
        this.line = line;
    }

    @ParameterizedTest
    @CsvSource({
        "citations.statements.v1, citestream.classify",
        "citations.classified.v1, citestream.projection",
        "citations.publications.v1, citestream.projection",
        "citations.publications.v1, citestream.catalogue"
    })
    void shouldGoOnAndTellWhyWhenAMessageIsPoison(String topic, String group) {
        // Given
        String world = "poison" + Math.floorMod((topic + group).hashCode(), 10_000);
        JsonNode answer = ingest(Samples.world(world).get("bielski-2018").xml());
        String citing = answer.path("publication").asText();
        ConsumerRecord<String, String> victim = line.log().read(topic).stream()
                .filter(record -> record.value() != null)
                .filter(record -> TopicLog.header(record, "article").equals(citing))
                .findFirst()
                .orElseThrow();

        // When
        line.log().append(victim, "{\"broken by\": " + group);

        // Then
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            JsonNode letter = letter(citing, group);
            assertThat(letter.path("category").asText()).isEqualTo("undecodable");
            assertThat(letter.path("reason").asText()).containsIgnoringCase("json");
            assertThat(letter.path("state").asText()).isEqualTo("open");
        });
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(incomplete()).contains(citing));
        // The line goes on: an article of another world becomes visible whole.
        ingest(Samples.world(world + "after").get("bielski-2018").xml());
        // Given up, it is whole again: what was broken was a copy.
        JsonNode place = letter(citing, group).path("place");
        line.query()
                .postJson(OPS + "dead-letters/discard", "{\"letters\":[" + place + "],\"why\":\"a test\"}")
                .ok();
        assertThat(letter(citing, group).path("state").asText()).isEqualTo("discarded");
    }

    @Test
    void shouldHoldStatementsBackWhileClassifyIsPausedAndDropNone() {
        JsonNode answer;
        try {
            // Given
            line.query()
                    .post(OPS + "loops/citestream.classify/pause?why=a+test", "")
                    .ok();
            await("classify waits")
                    .atMost(PATIENCE)
                    .until(() -> line.classify().metrics().contains("\ncitestream_classify_paused 1"));

            // When
            answer = line.ingest()
                    .post(
                            "/articles",
                            Samples.world("paused").get("bielski-2018").xml())
                    .ok();

            // Then
            await("what waits for classify is seen")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> line.query()
                                    .get(OPS + "lag?group=citestream.classify")
                                    .ok()
                                    .at("/groups/0/lag")
                                    .asLong()
                            > 0);
            String path = "/api/v1/articles/" + answer.path("publication").asText();
            await("nothing of it is seen")
                    .during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> line.query().get(path).status() == 404);
        } finally {
            // Else no other test would see a statement.
            line.query().post(OPS + "loops/citestream.classify/resume", "").ok();
        }
        Visible.await(line, answer);
    }

    @Test
    void shouldReadAgainAndTakeBackWhenAsked() {
        // Given
        JsonNode first = ingest(Samples.world("reread").get("bielski-2018").xml());
        String id = URLEncoder.encode(first.path("publication").asText(), StandardCharsets.UTF_8);

        // When
        JsonNode second = line.query()
                .post(OPS + "articles/reingest?force=true&id=" + id, "")
                .ok();

        // Then
        assertThat(second.path("revision").asLong())
                .isGreaterThan(first.path("revision").asLong());
        Visible.await(line, second);
        line.query().post(OPS + "articles/withdraw?why=a+test&id=" + id, "").ok();
        Served.awaitTally(line, "doi:10.5555/reread.hallam2016", new FoldedLog.Tally(0, 0, 0, 0, 0, 0));
        List<String> actions =
                line.query().get(OPS + "audit").ok().path("entries").findValuesAsText("action");
        assertThat(actions).contains("reingest", "withdraw");
    }

    private JsonNode letter(String article, String group) {
        String query = "dead-letters?group=" + group + "&article=" + URLEncoder.encode(article, StandardCharsets.UTF_8);
        return line.query().get(OPS + query).ok().at("/letters/0");
    }

    private List<String> incomplete() {
        return line.query()
                .get(OPS + "articles?limit=1000")
                .ok()
                .path("incomplete")
                .findValuesAsText("id");
    }

    private JsonNode ingest(String xml) {
        JsonNode answer = line.ingest().post("/articles", xml).ok();
        Visible.await(line, answer);
        return answer;
    }
}
