package org.citestream.query.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.citestream.query.report.YearTrend;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Section;
import org.junit.jupiter.api.Test;

class YearChartTest {

    private static YearTrend.TrendCount count(Integer year, CitationType type, long statements) {
        return new YearTrend.TrendCount(year, type, Section.RESULTS, statements);
    }

    @Test
    void shouldStackUpwardsFromTheBaseLineButContrastingDownwards() {
        // When
        YearChart chart = YearChart.of(new YearTrend(List.of(
                count(2019, CitationType.SUPPORTING, 2),
                count(2019, CitationType.MENTIONING, 6),
                count(2019, CitationType.CONTRASTING, 1),
                count(2021, CitationType.CONTRASTING, 2))));
        // Then
        // 8 above and 2 below share 100 units: 10 each, the base line at 80.
        assertThat(chart.base()).isEqualTo("80.00");
        assertThat(chart.bars()).extracting(YearChart.YearBar::label).containsExactly("2019", "2020", "2021");
        assertThat(chart.bars().get(0).parts())
                .containsExactly(
                        new YearChart.BarSegment("supporting", "1", "60.00", "8", "20.00"),
                        new YearChart.BarSegment("mentioning", "1", "0.00", "8", "60.00"),
                        new YearChart.BarSegment("contrasting", "1", "80.00", "8", "10.00"));
        assertThat(chart.bars().get(1).parts()).isEmpty();
        assertThat(chart.highest().label()).isEqualTo("2019");
    }

    @Test
    void shouldMarkRoundNumbersAndSomeYears() {
        // When
        YearChart chart = YearChart.of(new YearTrend(List.of(
                count(2001, CitationType.MENTIONING, 37),
                count(2001, CitationType.CONTRASTING, 13),
                count(2020, CitationType.SUPPORTING, 1))));
        // Then
        assertThat(chart.scale())
                .containsExactly(
                        new YearChart.Tick("10", "94.00"),
                        new YearChart.Tick("0", "74.00"),
                        new YearChart.Tick("10", "54.00"),
                        new YearChart.Tick("20", "34.00"),
                        new YearChart.Tick("30", "14.00"));
        assertThat(chart.years())
                .extracting(YearChart.Tick::label)
                .containsExactly("2001", "2004", "2007", "2010", "2013", "2016", "2019");
        assertThat(chart.years().get(0).place()).isEqualTo("2.50");
    }

    @Test
    void shouldCountEveryStatementWhenYearsAreGrouped() {
        // Given
        List<YearTrend.TrendCount> counts = new ArrayList<>();
        for (int year = 1903; year <= 2024; year++) {
            counts.add(count(year, CitationType.MENTIONING, 1));
        }
        counts.add(count(null, CitationType.SUPPORTING, 7));

        // When
        YearChart chart = YearChart.of(new YearTrend(counts));

        // Then
        assertThat(chart.bars()).hasSizeLessThanOrEqualTo(49);
        assertThat(chart.bars().stream().mapToLong(bar -> bar.counts().total()).sum())
                .isEqualTo(122);
        assertThat(chart.bars().get(0).value()).isEqualTo("1900..1904");
        assertThat(chart.unknown().supporting()).isEqualTo(7);
    }

    @Test
    void shouldDrawNothingWhenThereIsNothingToCompare() {
        assertThat(YearChart.of(new YearTrend(List.of(count(2020, CitationType.MENTIONING, 5)))))
                .isNull();
        assertThat(YearChart.of(new YearTrend(List.of()))).isNull();
    }

    @Test
    void shouldKeepSectionsInTheOrderOfAnArticle() {
        // When
        SectionBars bars = SectionBars.of(new YearTrend(Stream.of(
                        Section.UNKNOWN, Section.DISCUSSION, Section.INTRODUCTION)
                .map(section -> new YearTrend.TrendCount(2020, CitationType.MENTIONING, section, section.code() + 1L))
                .toList()));
        // Then
        assertThat(bars.bars())
                .extracting(SectionBars.SectionBar::section)
                .containsExactly("introduction", "discussion", "unknown");
        assertThat(bars.most()).isEqualTo(5);
    }
}
