package org.citestream.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.citestream.classify.decide.BareStatement;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Encoder;
import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.StubClassifier;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.encoder.DeferralRule;
import org.junit.jupiter.api.Test;

class DeferralTableTest {

    /** Sure of the n-th of a thousand statements to the n-th part of a thousand, of the intent always. */
    private static final Classifier GROWING = new StubClassifier(statement -> {
        double sure = Integer.parseInt(statement.text()) / 1000.0;
        return new Decision(
                new TypeScores(1 - sure, sure, 0),
                sure,
                0,
                Optional.of(new IntentScores(1, 0, 0)),
                List.of(),
                Encoder.OFF,
                Optional.empty());
    });

    @Test
    void shouldLeaveTheWantedShareInDoubtWhenReadBack() {
        // Given
        List<Statement> traffic = IntStream.range(0, 1000)
                .mapToObj(n -> BareStatement.of(Integer.toString(n)))
                .toList();
        // When
        DeferralRule doubt = DeferralRule.about(0.1, new DeferralTable(GROWING, traffic).text());
        // Then
        assertThat(doubt.mention()).isEqualTo(0.1);
        assertThat(doubt.intent()).isEqualTo(1.0);
    }
}
