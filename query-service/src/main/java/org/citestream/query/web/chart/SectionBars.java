package org.citestream.query.web.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.report.Trend;
import org.citestream.query.vocabulary.Section;

/**
 * Statements by section, a bar each, in the order of an article.
 *
 * @param most statements of the longest bar
 */
public record SectionBars(List<Bar> bars, long most) {

    private static final List<Section> ORDER = List.of(
            Section.INTRODUCTION, Section.METHODS, Section.RESULTS, Section.DISCUSSION, Section.OTHER, Section.UNKNOWN);

    /** One section that has statements. */
    public record Bar(String section, TypeCounts counts) {}

    public SectionBars {
        bars = List.copyOf(bars);
    }

    /** The bars, or null where no section is known. */
    public static SectionBars of(Trend trend) {
        Map<Section, TypeCounts> sections = new EnumMap<>(Section.class);
        for (Trend.Count count : trend.counts()) {
            sections.put(
                    count.section(),
                    sections.getOrDefault(count.section(), TypeCounts.NONE).plus(count.type(), count.statements()));
        }
        List<Bar> bars = new ArrayList<>();
        long most = 0;
        for (Section section : ORDER) {
            TypeCounts counts = sections.get(section);
            if (counts != null) {
                bars.add(new Bar(section.wireName(), counts));
                most = Math.max(most, counts.total());
            }
        }
        boolean known = bars.stream().anyMatch(bar -> !bar.section().equals(Section.UNKNOWN.wireName()));
        return known ? new SectionBars(bars, most) : null;
    }
}
