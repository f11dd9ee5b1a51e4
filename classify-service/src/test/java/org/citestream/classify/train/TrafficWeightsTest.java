package org.citestream.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.citestream.classify.decide.TypeScores;
import org.junit.jupiter.api.Test;

class TrafficWeightsTest {

    private static LabelledRow row(String source, String stratum) {
        return RowBuilder.row(source).ofStratum(stratum).build();
    }

    @Test
    void shouldCountTypesAsInTheTrafficAndBandsAsAmongRandomMentionsWhenRowsAreGold() {
        // Given: of four mentions two are random, both surely mentions; a hard one was chosen for being hard
        List<LabelledRow> rows = List.of(
                row("gold", "random"),
                row("gold", "random"),
                row("gold", "contrast-cue"),
                row("gold", "support-cue"),
                row("gold", "support-cue"),
                row("gold", "contrast-cue"),
                row("clinical", ""));
        int[] gold = {1, 1, 1, 1, 0, 2, 0};
        double[] mention = {0.999, 0.995, 0.999, 0.1, 0.5, 0.5, 0.5};

        // When
        double[] weights = TrafficWeights.of(rows, gold, mention, new TypeScores(0.1, 0.8, 0.1));

        // Then
        assertThat(weights[0])
                .isCloseTo(6 * 0.8 / 3, within(1e-9))
                .isEqualTo(weights[1])
                .isEqualTo(weights[2]);
        assertThat(weights[3]).isZero();
        assertThat(weights[4]).isCloseTo(0.6, within(1e-9));
        assertThat(weights[5]).isCloseTo(0.6, within(1e-9));
        assertThat(weights[6]).isZero();
    }
}
