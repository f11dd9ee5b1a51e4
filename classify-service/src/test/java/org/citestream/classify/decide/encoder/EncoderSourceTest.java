package org.citestream.classify.decide.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citestream.classify.decide.BareStatement;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Encoder;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.cue.CueClassifier;
import org.junit.jupiter.api.Test;

class EncoderSourceTest {

    private static final Statement STATEMENT = BareStatement.of("We measured the same [1].");
    private final CueClassifier first = new CueClassifier(0.5);
    private final List<String> warnings = new ArrayList<>();

    @Test
    void shouldGoOnAndSaySoWhenFileIsMissing() {
        // When
        Classifier alone = EncoderSource.behind(
                first,
                TypeScores.SERVED,
                Optional.empty(),
                0.1,
                Optional.of(Path.of("/no/such/encoder.onnx")),
                warnings::add);

        // Then
        assertThat(alone.decide(STATEMENT).encoder()).isEqualTo(Encoder.MISSING);
        assertThat(warnings).singleElement().asString().contains("/no/such/encoder.onnx");
    }

    @Test
    void shouldLeaveFirstAloneWhenShareIsNothing() {
        assertThat(EncoderSource.behind(first, TypeScores.SERVED, Optional.empty(), 0, Optional.empty(), warnings::add))
                .isSameAs(first);
    }

    @Test
    void shouldAskShippedEncoderWhenShareIsAll() {
        assertThat(EncoderSource.behind(first, TypeScores.SERVED, Optional.empty(), 1, Optional.empty(), warnings::add)
                        .decide(STATEMENT)
                        .encoder())
                .isEqualTo(Encoder.ASKED);
    }
}
