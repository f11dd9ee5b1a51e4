package org.citestream.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.citestream.classify.decide.Span;
import org.citestream.classify.decide.encoder.EncoderInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledCitationsTest {

    @TempDir
    private Path folder;

    private List<Example> read(String... rows) throws IOException {
        return LabelledCitations.read(Files.writeString(folder.resolve("rows.jsonl"), String.join("\n", rows)));
    }

    @Test
    void shouldTeachOurReadingWhenCitationComparesResults() throws IOException {
        // When
        List<Example> rows = read(
                "{\"source\":\"scicite\",\"split\":\"train\",\"text\":\"As in [1].\",\"label\":\"result\",\"section\":\"Results\",\"cite\":[6,9],\"conf\":NaN}",
                "{\"source\":\"scicite\",\"split\":\"dev\",\"text\":\"Used [1].\",\"label\":\"method\",\"cite\":[5,8],\"conf\":0.75}");

        // Then
        assertThat(rows.get(0).stance()).containsExactly(0);
        assertThat(rows.get(0).intentWeight()).isEqualTo(0.4f);
        assertThat(rows.get(0).input().target()).containsExactly(new Span(6, 9));
        assertThat(rows.get(0).development()).isFalse();
        assertThat(rows.get(1).stance()).containsExactly(1);
        assertThat(rows.get(1).intent()).containsExactly(1);
        assertThat(rows.get(1).intentWeight()).isEqualTo(0.3f, within(1e-6f));
        assertThat(rows.get(1).development()).isTrue();
    }

    @Test
    void shouldTeachContrastOnlyWhenEvidenceIsOwn() throws IOException {
        // When
        List<Example> rows = read(
                "{\"source\":\"disagreement\",\"text\":\"Our results contradict [2].\",\"label\":\"disagreement\",\"id\":\"a\"}",
                "{\"source\":\"disagreement\",\"text\":\"A challenge [2].\",\"label\":\"none\",\"id\":\"b\"}",
                "{\"source\":\"disagreement\",\"text\":\"Mixed [2].\",\"label\":\"mixed\",\"id\":\"c\"}");

        // Then
        assertThat(rows).extracting(Example::stance).containsExactly(Set.of(2), Set.of(0, 1));
    }

    @Test
    void shouldKeepPaperOnOneSideWhenSplitIsDrawn() throws IOException {
        // When
        List<Example> rows = read(
                "{\"source\":\"clinical\",\"text\":\"x [1]\",\"stance\":\"supporting\",\"cite\":\"[1]\",\"id\":\"77_C1\"}",
                "{\"source\":\"clinical\",\"text\":\"y 2\",\"stance\":\"mentioning\",\"cite\":\"2\",\"id\":\"77_C2\"}");

        // Then
        assertThat(rows).extracting(Example::group).containsOnly("77");
        assertThat(rows.get(0).development()).isEqualTo(rows.get(1).development());
        assertThat(rows.get(1).input().target()).containsExactly(new Span(2, 3));
    }

    @Test
    void shouldReadNeighboursAndHalveTheCoinTossWhenRowsAreGold() throws IOException {
        // When
        List<Example> rows = read(
                "{\"source\":\"gold\",\"split\":\"train\",\"citing\":\"doi:10.1/a\",\"text\":\"As in [1].\",\"stance\":\"supporting\",\"label\":\"supporting\",\"intent\":\"result\",\"sure\":1,\"before\":\"We saw it.\",\"after\":\"It fell.\",\"path\":[\"Results\",\"Trial\",\"Two\"],\"cite\":[6,9]}",
                "{\"source\":\"gold\",\"split\":\"train\",\"stratum\":\"random\",\"citing\":\"doi:10.1/a\",\"text\":\"By [1].\",\"stance\":\"mentioning\",\"label\":\"mentioning\",\"intent\":\"method\",\"sure\":3,\"cite\":[3,6]}");

        // Then
        assertThat(rows.get(0).input())
                .isEqualTo(new EncoderInput(
                        "Results : Two", "We saw it.", "As in [1].", "It fell.", List.of(new Span(6, 9))));
        assertThat(rows.get(0).stanceWeight()).isEqualTo(0.5f);
        assertThat(rows.get(0).intent()).containsExactly(2);
        assertThat(rows).extracting(Example::development).containsExactly(false, true);
    }
}
