package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another model over the kept log: compared, discarded, promoted; what people said stays. Ends with the shipped model. */
@WithLine
@DisturbsLine
class ReclassifyTest {

    private static final String WORK = "doi:10.5555/again.hallam2016";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Line line;

    @TempDir
    private Path folder;

    ReclassifyTest(Line line) {
        this.line = line;
    }

    @Test
    void shouldCompareDiscardAndPromoteAModelWhenTheLogIsReadAgain() throws Exception {
        // Given a line with a correction in force, and a model of our own making
        Feed.whole(line, Samples.world("again").all());
        ChangeLog.awaitStill(line);
        FoldedLog.Tally uncorrected = Served.tally(line, WORK);
        String corrected = mentioning();
        JsonNode correction = line.query()
                .postJson(
                        "/api/v1/corrections",
                        "{\"statement\":\"%s\",\"to\":\"contrasting\",\"why\":\"I read it so.\",\"accept\":true}"
                                .formatted(corrected))
                .ok();
        FoldedLog.Tally before = Served.tally(line, WORK);
        String shipped = liveChecksum();
        String model = train();
        assertThat(ClassifyCommand.run(reclassify("--promote"))).isEqualTo(2);

        // When it is killed on its way and run again
        Process killed = ClassifyCommand.start(reclassify("--model", model));
        killed.waitFor(3, TimeUnit.SECONDS);
        killed.destroyForcibly().waitFor();
        assertThat(ClassifyCommand.run(reclassify("--model", model))).isZero();

        // Then everything is compared, and nothing that counts has changed
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode diff = diff();
            assertThat(diff.path("compared").asLong())
                    .isEqualTo(diff.path("statements").asLong());
        });
        JsonNode diff = diff();
        assertThat(diff.path("changed").asLong()).isPositive();
        assertThat(diff.path("moved")).isNotEmpty();
        assertThat(diff.path("tallies")).isNotEmpty();
        assertThat(sum(diff.path("types"), "before"))
                .isEqualTo(diff.path("statements").asLong());
        assertThat(sum(diff.path("types"), "after"))
                .isEqualTo(diff.path("statements").asLong());
        assertThat(sum(diff.path("sections"), "after"))
                .isEqualTo(diff.path("statements").asLong());
        assertThat(diff.path("corrections").path("statements").asLong()).isPositive();
        assertThat(line.query().page("/ops/candidate").body()).contains("Tallies that would change");
        assertThat(Served.tally(line, WORK)).isEqualTo(before);
        // And another model must wait for this one
        assertThat(ClassifyCommand.run(reclassify("--model", "shipped"))).isEqualTo(2);

        // When
        assertThat(ClassifyCommand.run(reclassify("--discard"))).isZero();
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        line.query().get("/api/v1/ops/candidate").status())
                .isEqualTo(404));
        assertThat(line.log().topics()).noneMatch(topic -> topic.contains("candidate"));
        assertThat(Served.tally(line, WORK)).isEqualTo(before);

        // When
        String checksum = diff.path("candidate").path("checksum").asText();
        assertThat(ClassifyCommand.run(reclassify("--model", model))).isZero();
        assertThat(ClassifyCommand.run(reclassify("--promote"))).isZero();
        // Then its labels count, people's words stay, and the change says why
        assertThat(liveChecksum()).isEqualTo(checksum).isNotEqualTo(shipped);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        statement(corrected).path("model").path("checksum").asText())
                .isEqualTo(checksum));
        assertThat(statement(corrected).path("type").asText()).isEqualTo("contrasting");
        ChangeLog.awaitStill(line);
        assertThat(ChangeLog.about(line, "doi:10.5555/again.", 0))
                .anyMatch(change -> change.path("cause").asText().equals("model"));
        // And a line that starts anew goes on with it
        line.kill(Service.CLASSIFY);
        line.revive(Service.CLASSIFY);
        assertThat(liveChecksum()).isEqualTo(checksum);

        // When the shipped model comes back
        assertThat(ClassifyCommand.run(reclassify("--model", "shipped"))).isZero();
        assertThat(ClassifyCommand.run(reclassify("--promote"))).isZero();
        // Then all is as it was
        assertThat(liveChecksum()).isEqualTo(shipped);
        Served.awaitTally(line, WORK, before);

        // When the correction is withdrawn
        String id = correction.path("id").asText(correction.path("correction").asText());
        line.query()
                .postJson("/api/v1/corrections/" + id + "/withdraw", "{\"why\":\"It was a test.\"}")
                .ok();
        // Then the model's word counts again, and other tests find the line as the log has it
        Served.awaitTally(line, WORK, uncorrected);
    }

    /** A statement about the work that counts as mentioning. */
    private String mentioning() {
        JsonNode report =
                line.query().get("/api/v1/reports/" + WORK + "?type=mentioning").ok();
        return report.path("groups")
                .path(0)
                .path("statements")
                .path(0)
                .path("id")
                .asText();
    }

    private JsonNode statement(String id) {
        return line.query().get("/api/v1/statements/" + id).ok().path("statement");
    }

    private JsonNode diff() {
        return line.query().get("/api/v1/ops/candidate").ok();
    }

    private String liveChecksum() {
        return line.classify().get("/model").ok().path("model").path("checksum").asText();
    }

    private List<String> reclassify(String... arguments) {
        List<String> all = new ArrayList<>(List.of("reclassify"));
        all.addAll(List.of(arguments));
        all.addAll(line.whereabouts());
        return all;
    }

    private static long sum(JsonNode shares, String field) {
        long sum = 0;
        for (JsonNode share : shares) {
            sum += share.path(field).asLong();
        }
        return sum;
    }

    /** Weights made of a few sentences that say the opposite of sense: most labels must move. */
    private String train() throws IOException {
        List<String> subjects =
                List.of("neurons", "animals", "cells", "circuits", "mice", "signals", "maps", "burrows");
        List<String> rows = new ArrayList<>();
        for (String subject : subjects) {
            rows.add(row("The " + subject + " were studied before and are known in some detail [1].", "contrasting"));
            rows.add(row("Earlier work described such " + subject + " in other species [1].", "contrasting"));
            rows.add(row("Our " + subject + " agree with the earlier report of the effect [1].", "mentioning"));
            rows.add(row("We found " + subject + " unlike those of the first description [1].", "supporting"));
            rows.add(intent("The " + subject + " matter to the field of study [1].", "background"));
            rows.add(intent("The " + subject + " were prepared following a protocol [1].", "method"));
            rows.add(intent("The " + subject + " differed as had been seen [1].", "result"));
        }
        Path data = Files.write(folder.resolve("rows.jsonl"), rows);
        assertThat(ClassifyCommand.run(List.of(
                        "train",
                        data.toString(),
                        "--out",
                        folder.resolve("model").toString(),
                        "--encoder-share",
                        "0")))
                .isZero();
        return folder.resolve("model/linear.bin").toString();
    }

    private static String intent(String text, String label) {
        return "{\"source\":\"scicite\",\"text\":\"%s\",\"label\":\"%s\",\"section\":\"Introduction\"}"
                .formatted(text, label);
    }

    private static String row(String text, String stance) {
        return "{\"source\":\"corrections\",\"text\":\"%s\",\"label\":\"%s\",\"stance\":\"%2$s\",\"section\":\"Introduction\"}"
                .formatted(text, stance);
    }
}
