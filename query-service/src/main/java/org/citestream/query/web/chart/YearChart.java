package org.citestream.query.web.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.citestream.query.report.YearTrend;

/**
 * Statements by year, stacked by type on a common base line: contrasting below it, all others above, so that position
 * as well as colour distinguishes them. Lengths are in units of the drawing: {@value #WIDTH} per bar, {@value #HEIGHT}
 * high.
 *
 * @param bars from the first year to the last, years without statements included
 * @param base the distance of the base line from the top
 * @param unknown number of statements without a known year, which are not drawn
 */
public record YearChart(List<YearBar> bars, String base, int width, BarCounts unknown) {

    /** Width of one bar with its gap. */
    public static final int WIDTH = 10;

    /** Height of the drawing. */
    public static final int HEIGHT = 100;

    private static final int GAP = 2;
    private static final int MOST_BARS = 48;
    private static final int MOST_TICKS = 7;
    private static final int MOST_STEPS = 4;
    private static final int[] STEPS = {1, 2, 5, 10, 20, 50, 100};

    /** A year, or a range of years; its column starts at {@code x}. */
    public record YearBar(int first, int last, int x, BarCounts counts, List<BarSegment> parts) {

        /** As a parameter and as text: 2019, or 2015..2019. */
        public String value() {
            return first == last ? Integer.toString(first) : first + ".." + last;
        }

        public String label() {
            return value().replace("..", "–");
        }
    }

    /** A rectangle of one type. */
    public record BarSegment(String type, String x, String y, String width, String height) {}

    /** The chart, or null if there are fewer than two years to compare. */
    public static YearChart of(YearTrend trend) {
        TreeMap<Integer, BarCounts> years = new TreeMap<>();
        BarCounts unknown = BarCounts.NONE;
        for (YearTrend.TrendCount count : trend.counts()) {
            if (count.year() == null) {
                unknown = unknown.plus(count.type(), count.statements());
            } else {
                years.put(
                        count.year(),
                        years.getOrDefault(count.year(), BarCounts.NONE).plus(count.type(), count.statements()));
            }
        }
        return years.size() < 2 ? null : drawn(binned(years), unknown);
    }

    /** Few enough bars to be legible, each covering the same number of years. */
    private static TreeMap<Integer, BarCounts> binned(TreeMap<Integer, BarCounts> years) {
        int span = years.lastKey() - years.firstKey() + 1;
        int step = 1;
        for (int wider : STEPS) {
            step = wider;
            if (span / wider < MOST_BARS) {
                break;
            }
        }
        TreeMap<Integer, BarCounts> bins = new TreeMap<>();
        int first = years.firstKey() - Math.floorMod(years.firstKey(), step);
        for (int year = first; year <= years.lastKey(); year += step) {
            BarCounts sum = BarCounts.NONE;
            for (BarCounts counts : years.subMap(year, year + step).values()) {
                sum = sum.plus(counts);
            }
            bins.put(year, sum);
        }
        return bins;
    }

    private static YearChart drawn(TreeMap<Integer, BarCounts> bins, BarCounts unknown) {
        long above = above(bins.values());
        long below = below(bins.values());
        double unit = (double) HEIGHT / (above + below);
        double base = above * unit;
        int step = bins.size() < 2 ? 1 : bins.higherKey(bins.firstKey()) - bins.firstKey();
        List<YearBar> bars = new ArrayList<>();
        int x = GAP / 2;
        for (var bin : bins.entrySet()) {
            bars.add(new YearBar(
                    bin.getKey(),
                    bin.getKey() + step - 1,
                    x - GAP / 2,
                    bin.getValue(),
                    parts(bin.getValue(), x, base, unit)));
            x += WIDTH;
        }
        return new YearChart(bars, number(base), bins.size() * WIDTH, unknown);
    }

    private static List<BarSegment> parts(BarCounts counts, int x, double base, double unit) {
        List<BarSegment> parts = new ArrayList<>();
        double y = base;
        y = up(parts, "supporting", counts.supporting() * unit, x, y);
        y = up(parts, "mentioning", counts.mentioning() * unit, x, y);
        y = up(parts, "unclassified", counts.unclassified() * unit, x, y);
        up(parts, "not-a-sentence", counts.notASentence() * unit, x, y);
        if (counts.contrasting() > 0) {
            parts.add(part("contrasting", x, base, counts.contrasting() * unit));
        }
        return parts;
    }

    private static double up(List<BarSegment> parts, String type, double height, int x, double y) {
        if (height > 0) {
            parts.add(part(type, x, y - height, height));
        }
        return y - height;
    }

    private static BarSegment part(String type, int x, double y, double height) {
        return new BarSegment(type, Integer.toString(x), number(y), Integer.toString(WIDTH - GAP), number(height));
    }

    private static String number(double length) {
        return String.format(Locale.ROOT, "%.2f", length);
    }

    public YearChart {
        bars = List.copyOf(bars);
    }

    /** A mark on an axis: its label, and its position in percent of the drawing, from the left or the top. */
    public record Tick(String label, String place) {}

    /** Round numbers of statements, on both sides of the base line; 0 is the line itself. */
    public List<Tick> scale() {
        long above = above(bars.stream().map(YearBar::counts).toList());
        long below = below(bars.stream().map(YearBar::counts).toList());
        long step = roundStep(Math.max(above, below));
        List<Tick> ticks = new ArrayList<>();
        for (long count = below - below % step; count > 0; count -= step) {
            ticks.add(tick(count, (double) (above + count) / (above + below)));
        }
        for (long count = 0; count <= above; count += step) {
            ticks.add(tick(count, (double) (above - count) / (above + below)));
        }
        return ticks;
    }

    /** Some of the years, evenly spaced. */
    public List<Tick> years() {
        int step = (bars.size() + MOST_TICKS - 1) / MOST_TICKS;
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < bars.size(); i += step) {
            YearBar bar = bars.get(i);
            ticks.add(new Tick(Integer.toString(bar.first()), number(100.0 * (bar.x() + WIDTH / 2.0) / width)));
        }
        return ticks;
    }

    private static Tick tick(long count, double place) {
        return new Tick(String.format(Locale.ROOT, "%,d", count), number(100 * place));
    }

    /** A step of 1, 2 or 5 times a power of ten, so that there are few steps up to the greatest count. */
    private static long roundStep(long most) {
        long step = 1;
        for (int i = 0; most / step > MOST_STEPS; i++) {
            step = i % 3 == 1 ? step * 5 / 2 : step * 2;
        }
        return step;
    }

    private static long above(Collection<BarCounts> bins) {
        return bins.stream()
                .mapToLong(counts -> counts.total() - counts.contrasting())
                .max()
                .orElse(0);
    }

    private static long below(Collection<BarCounts> bins) {
        return bins.stream().mapToLong(BarCounts::contrasting).max().orElse(0);
    }

    /** The bar with the most statements. */
    public YearBar highest() {
        return bars.stream()
                .max((one, other) ->
                        Long.compare(one.counts().total(), other.counts().total()))
                .orElseThrow();
    }

    public int first() {
        return bars.get(0).first();
    }

    public int last() {
        return bars.get(bars.size() - 1).last();
    }

    /** Whether any bar has unclassified statements. */
    public boolean unsure() {
        return bars.stream().anyMatch(bar -> bar.counts().unclassified() > 0);
    }

    /** Whether any statement, drawn or not, has no words. */
    public boolean wordless() {
        return unknown.notASentence() > 0
                || bars.stream().anyMatch(bar -> bar.counts().notASentence() > 0);
    }

    /** Whether a bar stands for more than one year. */
    public boolean grouped() {
        return bars.get(0).first() != bars.get(0).last();
    }
}
