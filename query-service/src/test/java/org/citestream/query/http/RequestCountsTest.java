package org.citestream.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestCountsTest {

    private Duration now = Duration.ZERO;

    private final RequestCounts counts = new RequestCounts(10, new TimeMeter() {
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
        assertThat(counts.take("a", 2).getRemainingTokens()).isEqualTo(1);
        now = Duration.ofSeconds(50);
        assertThat(counts.take("a", 2).getRemainingTokens()).isZero();

        // When
        ConsumptionProbe third = counts.take("a", 2);

        // Then
        assertThat(third.isConsumed()).isFalse();
        assertThat(Duration.ofNanos(third.getNanosToWaitForReset())).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void shouldStartCountingAgainInTheNextMinute() {
        // Given
        counts.take("a", 2);
        counts.take("a", 2);
        now = Duration.ofMinutes(1);

        // When
        ConsumptionProbe next = counts.take("a", 2);

        // Then
        assertThat(next.isConsumed()).isTrue();
        assertThat(next.getRemainingTokens()).isEqualTo(1);
    }

    @Test
    void shouldCountEachClientSeparately() {
        // Given
        counts.take("a", 2);
        counts.take("a", 2);

        // When
        ConsumptionProbe other = counts.take("b", 2);

        // Then
        assertThat(other.getRemainingTokens()).isEqualTo(1);
    }
}
