package org.citestream.query.ops.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.citestream.query.ops.lag.Series;
import org.junit.jupiter.api.Test;

class HourPlotTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void shouldDrawValuesOverTheirTimes() {
        // Given
        List<Series.Sample> samples = List.of(sample(0, 50), sample(30, 100), sample(120, 0));

        // When
        HourPlot plot = HourPlot.ofValues("Records waiting", samples);

        // Then
        assertThat(plot.line()).isEqualTo("0.0,50.0 150.0,0.0 600.0,100.0");
        assertThat(plot.most()).isEqualTo(100);
        assertThat(plot.rows()).extracting(HourPlot.PlotPoint::value).containsExactly(0.0, 100.0, 50.0);
    }

    @Test
    void shouldDrawGrowthASecondAndNoneWhereATopicWasMadeAnew() {
        // Given
        List<Series.Sample> samples = List.of(sample(0, 100), sample(30, 400), sample(60, 10));

        // When
        HourPlot plot = HourPlot.ofGrowth("Records written per second", samples);

        // Then
        assertThat(plot.rows()).extracting(HourPlot.PlotPoint::value).containsExactly(0.0, 10.0);
    }

    @Test
    void shouldDrawNothingWhenThereIsNoLine() {
        assertThat(HourPlot.ofValues("Records waiting", List.of(sample(0, 1)))).isNull();
    }

    @Test
    void shouldKeepSamplesAsFarApartAsAChartNeeds() {
        // Given
        Series series = Series.over(java.time.Duration.ofHours(1));

        // When
        for (int second = 0; second <= 300; second += 2) {
            series.add(START.plusSeconds(second), second);
        }

        // Then
        assertThat(series.points()).hasSize(11);
    }

    private static Series.Sample sample(int second, long value) {
        return new Series.Sample(START.plusSeconds(second), value);
    }
}
