package org.citestream.classify.decide.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DeferralRuleTest {

    private static final String TABLE = "# share type intent\n0.1 0.7 0.5\n0.5 0.9 0.7\n";

    @Test
    void shouldReadBetweenLinesWhenShareIsNotListed() {
        // When
        DeferralRule doubt = DeferralRule.about(0.2, TABLE);

        // Then
        assertThat(doubt.mention()).isCloseTo(0.75, within(1e-9));
        assertThat(doubt.intent()).isCloseTo(0.55, within(1e-9));
    }

    @Test
    void shouldDoubtNothingOrEverythingWhenShareIsNoneOrAll() {
        assertThat(DeferralRule.about(0, TABLE).mention()).isZero();
        assertThat(DeferralRule.about(1, TABLE).mention()).isGreaterThan(1);
    }

    @Test
    void shouldRiseWithShareWhenTableIsTheShippedOne() {
        assertThat(DeferralRule.about(0.05).mention())
                .isBetween(0d, DeferralRule.about(0.2).mention());
        assertThat(DeferralRule.about(0.05).intent())
                .isBetween(1 / 3d, DeferralRule.about(0.2).intent());
    }
}
