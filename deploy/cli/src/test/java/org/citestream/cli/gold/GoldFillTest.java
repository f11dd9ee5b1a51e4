package org.citestream.cli.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.cli.CliException;
import org.citestream.cli.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels are joined to articles; what cannot be joined is reported. */
class GoldFillTest {

    private static final String ID = "11111111-2222-3333-4444-555555555555";
    private static final String OTHER_ID = "99999999-2222-3333-4444-555555555555";
    private static final String CITING = "doi:10.5555/citing";
    private static final String TEXT = "We could not confirm the effect reported by Moe [3].";

    @Test
    void shouldJoinLabelAndStatementWhenTheIdIsTheSame() {
        // Given
        var fill = new GoldFill(labels(label(ID, CITING)));
        // When
        fill.take(article(CITING, ID));
        // Then
        assertThat(fill.filled().bySentence()).isZero();
        assertThat(fill.filled().rows()).singleElement().satisfies(row -> assertThat(row.toString())
                .isEqualTo("{\"source\":\"gold\",\"split\":\"train\",\"id\":\"" + ID + "\",\"citing\":\"" + CITING
                        + "\",\"stratum\":\"random\",\"text\":\"" + TEXT + "\",\"cite\":[49,50],\"before\":\"Before.\","
                        + "\"section\":\"Effects\",\"path\":[\"Results\",\"Effects\"],\"position\":\"body\","
                        + "\"groupSize\":2,\"label\":\"contrasting\",\"stance\":\"contrasting\",\"intent\":\"result\","
                        + "\"sure\":3,\"licence\":\"CC-BY-4.0\"}"));
    }

    @Test
    void shouldJoinBySentenceAndMarkerWhenTheCopyNamesItsReferencesOtherwise() {
        // Given
        var fill = new GoldFill(labels(label(ID, CITING)));
        // When
        fill.take(article("pmcid:PMC42", OTHER_ID));
        // Then
        assertThat(fill.filled().bySentence()).isEqualTo(1);
        assertThat(fill.filled().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.path("id").asText()).isEqualTo(ID));
    }

    @Test
    void shouldTellArticleAndSentenceApartWhenSomethingIsMissing() {
        // Given
        var changed = new GoldLabel(
                OTHER_ID,
                CITING,
                Optional.empty(),
                Optional.empty(),
                49,
                50,
                SentenceHash.of("Another sentence."),
                "mentioning",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                FilledRow.CORRECTIONS,
                "train",
                Optional.empty());
        GoldLabel absent = GoldLabel.parse(label("00000000-2222-3333-4444-555555555555", "doi:10.5555/absent")
                .line()
                .replace("PMC42", "PMC43"));
        var fill = new GoldFill(labels(label(ID, CITING), changed, absent));

        fill.take(article(CITING, ID));
        fill.take(Json.MAPPER.createObjectNode().put("rejected", "no article"));
        // When
        GoldFill.Filled filled = fill.filled();
        // Then
        assertThat(filled.rows()).hasSize(1);
        assertThat(filled.noSentence()).containsExactly(changed);
        assertThat(filled.noArticle()).containsExactly(absent);
        assertThat(filled.rejected()).isEqualTo(1);
    }

    @Test
    void shouldHashSentencesAlikeWhateverTheirCaseAndSpaces() {
        assertThat(SentenceHash.of(" We  found\u00a0IT. "))
                .isEqualTo(SentenceHash.of("we found it."))
                .hasSize(SentenceHash.HEX_DIGITS)
                .isNotEqualTo(SentenceHash.of("we found it"));
    }

    @Test
    void shouldWriteCorrectionsAsLabelsThatCanBeFilled(@TempDir Path folder) throws IOException {
        // Given
        ObjectNode correction = Json.MAPPER.createObjectNode();
        correction
                .put("id", ID)
                .put("citing", CITING)
                .put("text", TEXT)
                .put("stance", "supporting")
                .putArray("cite")
                .add(49)
                .add(50);
        Path file = folder.resolve("corrections.tsv");
        Files.writeString(file, CorrectionLabels.header() + "\n" + CorrectionLabels.line(correction) + "\n");
        var fill = new GoldFill(GoldLabels.read(List.of(file)));
        // When
        fill.take(article(CITING, OTHER_ID));
        // Then
        assertThat(fill.filled().rows()).singleElement().satisfies(row -> {
            assertThat(row.path("source").asText()).isEqualTo("corrections");
            assertThat(row.path("stance").asText()).isEqualTo("supporting");
            assertThat(row.path("before").asText()).isEqualTo("Before.");
        });
    }

    @Test
    void shouldSayFileLineAndReasonWhenALabelIsDamaged(@TempDir Path folder) throws IOException {
        // Given
        Path file = folder.resolve("labels.tsv");
        Files.writeString(
                file, GoldLabel.HEADER + "\n" + label(ID, CITING).line().replace("contrasting", "disputing") + "\n");
        // When, Then
        assertThatThrownBy(() -> GoldLabels.read(List.of(file)))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("labels.tsv, line 2: type 'disputing' is not one of");
    }

    /** The published labels: whole, split by article, and without any sentence. */
    @Test
    void shouldReadTheLabelsOfTheGoldSet() throws IOException {
        // When
        var labels = GoldLabels.read(List.of(Path.of("../gold/labels.tsv")));
        // Then
        assertThat(labels.all()).hasSize(6569).allSatisfy(label -> {
            assertThat(label.split()).isEqualTo(ArticleSplit.of(label.citing()).word());
            assertThat(label.line()).doesNotContain(" ");
            assertThat(label.sure().orElseThrow()).isBetween(1, 3);
        });
        assertThat(labels.all().stream().collect(Collectors.groupingBy(GoldLabel::type, Collectors.counting())))
                .isEqualTo(Map.of("supporting", 1787L, "mentioning", 4391L, "contrasting", 391L));
    }

    private static GoldLabels labels(GoldLabel... labels) {
        return new GoldLabels(Stream.of(labels).collect(Collectors.toMap(GoldLabel::id, Function.identity())));
    }

    private static GoldLabel label(String id, String citing) {
        return GoldLabel.parse(String.join(
                "\t",
                id,
                citing,
                "PMC42",
                "B3",
                "49-50",
                SentenceHash.of(TEXT),
                "contrasting",
                "result",
                "3",
                "",
                "random",
                "train",
                "CC-BY-4.0"));
    }

    private static ObjectNode article(String citing, String statementId) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.putObject("publication").put("id", citing).put("pmcid", "PMC42");
        ObjectNode statement = line.putArray("statements")
                .addObject()
                .put("id", statementId)
                .put("text", TEXT)
                .put("before", "Before.")
                .put("position", "body")
                .put("groupSize", 2);
        statement.putArray("headingPath").add("Results").add("Effects");
        statement.putArray("marker").add(49).add(50);
        return line;
    }
}
