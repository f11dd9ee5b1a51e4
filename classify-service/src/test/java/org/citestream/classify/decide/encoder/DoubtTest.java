package org.citestream.classify.decide.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DoubtTest {

    private static final String TABLE = "# share type intent\n0.1 0.7 0.5\n0.5 0.9 0.7\n";

    @Test
    void shouldReadBetweenLinesWhenShareIsNotListed() {
        // When
        Doubt doubt = Doubt.about(0.2, TABLE);

        // Then
        assertThat(doubt.mention()).isCloseTo(0.75, within(1e-9));
        assertThat(doubt.intent()).isCloseTo(0.55, within(1e-9));
    }

    @Test
    void shouldDoubtNothingOrEverythingWhenShareIsNoneOrAll() {
        assertThat(Doubt.about(0, TABLE).mention()).isZero();
        assertThat(Doubt.about(1, TABLE).mention()).isGreaterThan(1);
    }

    @Test
    void shouldRiseWithShareWhenTableIsTheShippedOne() {
        assertThat(Doubt.about(0.05).mention()).isBetween(0d, Doubt.about(0.2).mention());
        assertThat(Doubt.about(0.05).intent())
                .isBetween(1 / 3d, Doubt.about(0.2).intent());
    }
}
