package org.citestream.query.web.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.report.YearTrend;
import org.citestream.query.vocabulary.Section;

/**
 * Statements by section, one bar each, in the order of an article.
 *
 * @param most number of statements in the longest bar
 */
public record SectionBars(List<SectionBar> bars, long most) {

    private static final List<Section> ORDER = List.of(
            Section.INTRODUCTION, Section.METHODS, Section.RESULTS, Section.DISCUSSION, Section.OTHER, Section.UNKNOWN);

    /** One section that has statements. */
    public record SectionBar(String section, BarCounts counts) {}

    public SectionBars {
        bars = List.copyOf(bars);
    }

    /** The bars, or null if no section is known. */
    public static SectionBars of(YearTrend trend) {
        Map<Section, BarCounts> sections = new EnumMap<>(Section.class);
        for (YearTrend.TrendCount count : trend.counts()) {
            sections.put(
                    count.section(),
                    sections.getOrDefault(count.section(), BarCounts.NONE).plus(count.type(), count.statements()));
        }
        List<SectionBar> bars = new ArrayList<>();
        long most = 0;
        for (Section section : ORDER) {
            BarCounts counts = sections.get(section);
            if (counts != null) {
                bars.add(new SectionBar(section.wireName(), counts));
                most = Math.max(most, counts.total());
            }
        }
        boolean known = bars.stream().anyMatch(bar -> !bar.section().equals(Section.UNKNOWN.wireName()));
        return known ? new SectionBars(bars, most) : null;
    }
}
