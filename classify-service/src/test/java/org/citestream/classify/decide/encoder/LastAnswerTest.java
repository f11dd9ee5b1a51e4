package org.citestream.classify.decide.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.TypeScores;
import org.junit.jupiter.api.Test;

class LastAnswerTest {

    private static final boolean[] SECOND = {false, true, false};
    private static final boolean[] THIRD = {false, false, true};

    private final LastAnswer last = new LastAnswer();
    private final List<EncoderTokens> asked = new ArrayList<>();
    private final Function<EncoderTokens, EncoderScores> ask = tokens -> {
        asked.add(tokens);
        return new EncoderScores(TypeScores.softmax(asked.size(), 0, 0), IntentScores.softmax(0, 0, 0));
    };

    private static EncoderTokens tokens(int word, boolean[] target) {
        return new EncoderTokens(new int[] {101, word, word + 1}, 1, 3, target.clone());
    }

    @Test
    void shouldAskOnceWhenTheSameTokensFollowOneAnother() {
        // When
        EncoderScores first = last.of(tokens(7, SECOND), ask);
        EncoderScores second = last.of(tokens(7, SECOND), ask);
        // Then
        assertThat(asked).hasSize(1);
        assertThat(second).isSameAs(first);
    }

    @Test
    void shouldAskAgainWhenWordsOrTargetDiffer() {
        // When
        EncoderScores first = last.of(tokens(7, SECOND), ask);
        EncoderScores otherTarget = last.of(tokens(7, THIRD), ask);
        EncoderScores otherWords = last.of(tokens(8, THIRD), ask);
        // Then
        assertThat(asked).hasSize(3);
        assertThat(List.of(first, otherTarget, otherWords)).doesNotHaveDuplicates();
    }

    @Test
    void shouldNotRememberWhatFailed() {
        assertThatThrownBy(() -> last.of(tokens(7, SECOND), tokens -> {
                    throw new EncoderException("the encoder failed", null);
                }))
                .isInstanceOf(EncoderException.class);
        // When
        last.of(tokens(7, SECOND), ask);
        // Then
        assertThat(asked).hasSize(1);
    }

    @Test
    void shouldRememberForEachThreadApart() throws Exception {
        // Given
        last.of(tokens(7, SECOND), ask);
        var other = Executors.newSingleThreadExecutor();
        // When
        try {
            other.submit(() -> last.of(tokens(7, SECOND), ask)).get();
        } finally {
            other.shutdown();
        }
        // Then
        assertThat(asked).hasSize(2);
    }
}
