package org.citestream.query.ops.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private final Series series = new Series(4);

    private void given(long... values) {
        for (int i = 0; i < values.length; i++) {
            series.add(Instant.EPOCH.plusSeconds(2L * i), values[i]);
        }
    }

    @Test
    void shouldKeepTheLastPoints() {
        // When
        given(1, 2, 4, 7, 11);
        // Then
        assertThat(series.values()).containsExactly(2L, 4L, 7L, 11L);
        assertThat(series.steps()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void shouldGiveGrowthPerSecondOverTheLastPeriod() {
        // When
        given(0, 10, 20, 100);
        // Then
        assertThat(series.rate(Duration.ofSeconds(2))).isEqualTo(40);
        assertThat(series.rate(Duration.ofMinutes(1))).isEqualTo(100 / 6.0);
    }

    @Test
    void shouldNotFallBelowZeroWhenATopicIsRecreated() {
        // When
        given(500, 3);
        // Then
        assertThat(series.rate(Duration.ofMinutes(1))).isZero();
        assertThat(series.steps()).containsExactly(0L);
    }

    @Test
    void shouldSayWhetherItRisesOrFalls() {
        assertThat(series.trend()).isEqualTo(Series.SeriesTrend.STEADY);
        given(5, 6);
        assertThat(series.trend()).isEqualTo(Series.SeriesTrend.RISING);
        series.add(Instant.EPOCH.plusSeconds(60), 1);
        assertThat(series.trend()).isEqualTo(Series.SeriesTrend.FALLING);
    }
}
