package org.citestream.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class EncoderSplitTest {

    private static ObjectNode row(String source, String split, String id) {
        return new ObjectMapper()
                .createObjectNode()
                .put("source", source)
                .put("split", split)
                .put("text", "We saw the same [1].")
                .put("label", "x")
                .put("id", id);
    }

    @Test
    void shouldHoldOutWholePapersWhenTheyAreKnown() {
        // Given
        LabelledRow one = LabelledFile.row(row("clinical", "train", "1142326_C1"));
        LabelledRow two = LabelledFile.row(row("clinical", "train", "1142326_C2"));
        // When, Then
        assertThat(one.paper()).isEqualTo("1142326");
        assertThat(EncoderSplit.development(one)).isEqualTo(EncoderSplit.development(two));
    }

    @Test
    void shouldCallDevelopmentRowsUnseenWhenTheSetNamesThem() {
        // Given
        LabelledRow held = LabelledFile.row(row("scicite", "dev", ""));
        // When, Then
        assertThat(EncoderSplit.development(held)).isTrue();
        assertThat(EncoderSplit.unseen(held)).isTrue();
    }

    @Test
    void shouldNotMeasureOnWeakRowsWhateverTheirSplit() {
        assertThat(EncoderSplit.unseen(LabelledFile.row(row("sdcf", "dev", ""))))
                .isFalse();
    }

    @Test
    void shouldHoldOutRandomRowsAndDevelopmentArticlesWhenTheSetIsGold() {
        // Given
        ObjectNode train = row("gold", "train", "").put("citing", "doi:10.1/a");
        // When, Then
        assertThat(EncoderSplit.development(LabelledFile.row(train))).isFalse();
        assertThat(EncoderSplit.development(LabelledFile.row(train.deepCopy().put("stratum", "random"))))
                .isTrue();
        assertThat(EncoderSplit.development(LabelledFile.row(train.deepCopy().put("split", "dev"))))
                .isTrue();
    }

    @Test
    void shouldReadWhatStandsAroundWhenTheSetTellsIt() {
        // Given
        ObjectNode told = row("gold", "", "")
                .put("citing", "doi:10.1186/1471-2334-13-106")
                .put("before", "We measured it.")
                .put("after", "It fell.")
                .put("secType", "results")
                .put("groupSize", 3)
                .put("sure", 1)
                .put("intent", "result");
        told.putArray("path").add("Results").add("Trial two");
        // When
        LabelledRow row = LabelledFile.row(told);
        // Then
        assertThat(row.split()).isEqualTo(GoldSplit.of("doi:10.1186/1471-2334-13-106"));
        assertThat(row.agreement()).isEqualTo(0.5);
        assertThat(row.intent()).contains("result");
        assertThat(row.statement().before()).isEqualTo("We measured it.");
        assertThat(row.statement().heading()).isEqualTo("Trial two");
        assertThat(row.statement().groupSize()).isEqualTo(3);
    }
}
