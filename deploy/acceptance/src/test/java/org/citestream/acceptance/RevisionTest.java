package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A newer reading of an article replaces the older one whole; an older one changes nothing, whenever it comes. */
@WithLine
class RevisionTest {

    private static final Sample FOLLOWER = Samples.world("follower").get("rahman-2023");

    /** abara-2017 makes six statements about five works, two of them about this one. */
    private static final String SENTENCE =
            "Their map is known in some detail [<xref ref-type=\"bibr\" rid=\"B2\">2</xref>].";

    private static final String MORE = SENTENCE
            + " A second map [<xref ref-type=\"bibr\" rid=\"B2\">2</xref>] was drawn later"
            + " [<xref ref-type=\"bibr\" rid=\"B1\">1</xref>].";

    private final Line line;

    RevisionTest(Line line) {
        this.line = line;
    }

    @Test
    void shouldShrinkAndGrowWhenAChangedArticleArrives() {
        // Given
        Sample sample = Samples.world("revised").get("abara-2017");
        String map = "doi:10.5555/revised.arslan2009";
        JsonNode first = ingest(sample.xml());
        assertThat(Served.tally(line, map)).isEqualTo(mentions(1));

        // When
        JsonNode shorter = ingest(sample.xml().replace(SENTENCE, "Their map is known in some detail."));
        FoldedLog.Tally afterShrinking = Served.tally(line, map);
        JsonNode longer = ingest(sample.xml().replace(SENTENCE, MORE));

        // Then
        assertThat(first.path("statements").asInt()).isEqualTo(6);
        assertThat(shorter.path("statements").asInt()).isEqualTo(5);
        assertThat(shorter.path("revision").asLong())
                .isGreaterThan(first.path("revision").asLong());
        assertThat(afterShrinking).isEqualTo(new FoldedLog.Tally(0, 0, 0, 0, 0, 1));
        assertThat(longer.path("statements").asInt()).isEqualTo(8);
        assertThat(Served.tally(line, map)).isEqualTo(mentions(2));
        Served.assertEqualTo(line, FoldedLog.of(line.log()));
    }

    @Test
    void shouldPublishAndChangeNothingWhenTheSameArticleArrivesAgain() {
        // Given
        Sample sample = Samples.world("same").get("calder-2017");
        JsonNode first = ingest(sample.xml());
        ChangeLog.awaitStill(line);
        long facts = line.log().size(TopicLog.STATEMENTS, TopicLog.CLASSIFIED, TopicLog.PUBLICATIONS);
        long changes = line.log().size(TopicLog.CHANGES);

        // When
        JsonNode again = line.ingest().post("/articles", sample.xml()).ok();
        String citing = first.path("publication").asText();
        JsonNode readAgain =
                line.ingest().post("/articles/" + citing + "/reingest", "").ok();
        ChangeLog.awaitStill(line);

        // Then
        assertThat(again.path("unchanged").asBoolean()).isTrue();
        assertThat(readAgain.path("unchanged").asBoolean()).isTrue();
        assertThat(again.path("publication")).isEqualTo(first.path("publication"));
        assertThat(line.log().size(TopicLog.STATEMENTS, TopicLog.CLASSIFIED, TopicLog.PUBLICATIONS))
                .isEqualTo(facts);
        assertThat(line.log().size(TopicLog.CHANGES)).isEqualTo(changes);
    }

    @Test
    void shouldChangeNothingWhenAnOlderRevisionArrivesLate() {
        // Given
        Sample sample = Samples.world("late").get("abara-2017");
        String work = "doi:10.5555/late.hallam2016";
        JsonNode first = ingest(sample.xml());
        JsonNode second = ingest(sample.xml().replace(SENTENCE, "Their map is known in some detail."));
        FoldedLog.Tally before = Served.tally(line, work);
        ChangeLog.awaitStill(line);
        long changes = ChangeLog.lastSequence(line);

        // When: a statement that no revision ever had comes with the first revision's number, behind the second
        ConsumerRecord<String, String> old = anyStatement(first);
        ObjectNode foreign = Json.object(old.value());
        foreign.put("id", "00000000-0000-0000-0000-000000000001").put("cited", work);
        line.log().append(old, foreign.toString());
        // and an article of the same partition shows when the line has gone past it
        ingestIntoPartition(old.partition());

        // Then
        String citing = second.path("publication").asText();
        assertThat(Visible.state(line, citing).path("visible").asInt())
                .isEqualTo(second.path("statements").asInt());
        assertThat(Visible.state(line, citing).path("revision").asLong())
                .isEqualTo(second.path("revision").asLong());
        assertThat(Served.tally(line, work)).isEqualTo(before);
        ChangeLog.awaitStill(line);
        assertThat(ChangeLog.about(line, "doi:10.5555/late.", changes)).isEmpty();
    }

    @Test
    void shouldComeBackWhenAWithdrawnArticleIsSentAgain() {
        // Given
        Sample sample = Samples.world("back").get("calder-2017");
        JsonNode first = ingest(sample.xml());
        line.ingest().delete("/articles/" + first.path("publication").asText());
        Served.awaitTally(line, "doi:10.5555/back.hallam2016", new FoldedLog.Tally(0, 0, 0, 0, 0, 0));

        // When
        JsonNode second = ingest(sample.xml());

        // Then
        assertThat(second.path("revision").asLong())
                .isGreaterThan(first.path("revision").asLong());
        Served.awaitTally(line, "doi:10.5555/back.hallam2016", mentions(1));
    }

    @Test
    void shouldTakeEverythingBackWhenAnArticleIsWithdrawn() {
        // Given
        Sample sample = Samples.world("gone").get("calder-2017");
        JsonNode answer = ingest(sample.xml());
        String citing = answer.path("publication").asText();
        assertThat(Served.tally(line, "doi:10.5555/gone.hallam2016")).isEqualTo(mentions(1));

        // When
        Api.Answer withdrawn = line.ingest().delete("/articles/" + citing);

        // Then
        assertThat(withdrawn.status() / 100).isEqualTo(2);
        Served.awaitTally(line, "doi:10.5555/gone.hallam2016", new FoldedLog.Tally(0, 0, 0, 0, 0, 0));
    }

    private JsonNode ingest(String xml) {
        JsonNode answer = line.ingest().post("/articles", xml).ok();
        Visible.await(line, answer);
        return answer;
    }

    private ConsumerRecord<String, String> anyStatement(JsonNode answer) {
        String citing = answer.path("publication").asText();
        List<ConsumerRecord<String, String>> records = line.log().read(TopicLog.STATEMENTS);
        return records.stream()
                .filter(record -> TopicLog.header(record, "type").equals("StatementExtracted"))
                .filter(record -> TopicLog.header(record, "article").equals(citing))
                .filter(record -> TopicLog.header(record, "revision")
                        .equals(answer.path("revision").asText()))
                .findFirst()
                .orElseThrow();
    }

    private void ingestIntoPartition(int partition) {
        for (int i = 0; ; i++) {
            String id = "10.5555/follower.rahman" + i;
            if (TopicLog.partitionOf("doi:" + id) == partition) {
                ingest(FOLLOWER.xml().replace("10.5555/follower.rahman2023", id));
                return;
            }
        }
    }

    private static FoldedLog.Tally mentions(int mentioning) {
        return new FoldedLog.Tally(0, mentioning, 0, 0, 0, 1);
    }
}
