package org.citestream.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallerRatesTest {

    private Duration now = Duration.ZERO;

    private final CallerRates limit = new CallerRates(
            new ApiKeys(Optional.empty(), Optional.empty()),
            new OidcConfig().tokens(),
            new ClientAddresses(Optional.empty()),
            10,
            new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return now.toNanos();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            });

    @Test
    void shouldRefuseRequestsAboveTheLimitWithinAMinute() {
        // Given
        assertThat(limit.take("a", 2).getRemainingTokens()).isEqualTo(1);
        now = Duration.ofSeconds(50);
        assertThat(limit.take("a", 2).getRemainingTokens()).isZero();

        // When
        ConsumptionProbe third = limit.take("a", 2);

        // Then
        assertThat(third.isConsumed()).isFalse();
        assertThat(Duration.ofNanos(third.getNanosToWaitForReset())).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void shouldStartCountingAgainInTheNextMinute() {
        // Given
        limit.take("a", 2);
        limit.take("a", 2);
        now = Duration.ofMinutes(1);

        // When
        ConsumptionProbe next = limit.take("a", 2);

        // Then
        assertThat(next.isConsumed()).isTrue();
        assertThat(next.getRemainingTokens()).isEqualTo(1);
    }

    @Test
    void shouldCountEachClientSeparately() {
        // Given
        limit.take("a", 2);
        limit.take("a", 2);

        // When
        ConsumptionProbe other = limit.take("b", 2);

        // Then
        assertThat(other.getRemainingTokens()).isEqualTo(1);
    }
}
