package org.citestream.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.citestream.classify.decide.encoder.EncoderInput;
import org.junit.jupiter.api.Test;

class CurriculumTest {

    private static Example row(String source, int number, boolean development) {
        var input = new EncoderInput("", "", "Sentence " + number + " [1].", "", List.of());
        return new Example(input, source, "", source + number, Set.of(1), 1, Set.of(), 0.4f, development);
    }

    @Test
    void shouldReadGoldEveryTimeAndOthersOnceWhenEpochsPass() {
        // Given
        List<Example> gold = List.of(row("gold", 1, false), row("gold", 2, false));
        List<Example> others = IntStream.range(0, 40)
                .mapToObj(number -> row("scicite", number, false))
                .toList();
        var all = new java.util.ArrayList<>(gold);
        all.addAll(others);
        all.add(row("gold", 3, true));
        Curriculum curriculum = new Curriculum(all, 3);

        // When
        List<List<Example>> epochs =
                IntStream.range(0, 3).mapToObj(curriculum::epoch).toList();

        // Then
        assertThat(epochs).allSatisfy(epoch -> assertThat(epoch).containsAll(gold));
        assertThat(epochs.stream().flatMap(List::stream).filter(example -> !example.gold()))
                .containsExactlyInAnyOrderElementsOf(others);
        assertThat(epochs.stream().flatMap(List::stream)).noneMatch(Example::development);
    }
}
