package org.citestream.query.ops.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClearTimeTest {

    @Test
    void shouldTellTheSlowestPartitionWhenSeveralCatchUp() {
        // Given
        List<ClearTime.Pace> partitions = List.of(pace(0, 100, 400), pace(1, 900, 1000), pace(2, 0, 50));

        // When
        ClearTime clear = ClearTime.of(partitions).orElseThrow();

        // Then
        assertThat(clear).isEqualTo(new ClearTime("statements", 1, 270L));
    }

    @Test
    void shouldTellThePartitionThatDoesNotCatchUpWhenThereIsOne() {
        // Given
        List<ClearTime.Pace> partitions = List.of(pace(0, 100, 400), pace(3, 20, 20));

        // When
        ClearTime clear = ClearTime.of(partitions).orElseThrow();

        // Then
        assertThat(clear).isEqualTo(new ClearTime("statements", 3, null));
    }

    @Test
    void shouldTellNothingWhenNothingWaits() {
        // Given
        List<ClearTime.Pace> partitions = List.of(pace(0, 0, 400));

        // When, Then
        assertThat(ClearTime.of(partitions)).isEmpty();
    }

    private static ClearTime.Pace pace(int partition, long lag, long before) {
        return new ClearTime.Pace("statements", partition, lag, before, Duration.ofSeconds(30));
    }
}
