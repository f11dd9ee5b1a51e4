package org.citestream.query.ops.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The values of a figure in the last surveys. Not thread-safe. */
public final class Series {

    private static final int TREND = 5;
    private static final int CHART = 120;

    private final int length;
    private final Duration apart;
    private final Deque<Sample> points = new ArrayDeque<>();

    /** The direction of a figure. */
    public enum SeriesTrend {
        RISING("↑"),
        STEADY("→"),
        FALLING("↓");

        private final String arrow;

        SeriesTrend(String arrow) {
            this.arrow = arrow;
        }

        public String arrow() {
            return arrow;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The figure as it was. */
    public record Sample(Instant at, long value) {}

    /** Keeps this many points. */
    public Series(int length) {
        this(length, Duration.ZERO);
    }

    /** @param apart how far apart points are at least */
    private Series(int length, Duration apart) {
        this.length = length;
        this.apart = apart;
    }

    /** Points for a chart that reaches so far back. */
    public static Series over(Duration chart) {
        return new Series(CHART, chart.dividedBy(CHART));
    }

    public void add(Instant at, long value) {
        if (!points.isEmpty() && at.isBefore(points.peekLast().at().plus(apart))) {
            return;
        }
        points.addLast(new Sample(at, value));
        if (points.size() > length) {
            points.removeFirst();
        }
    }

    /** Growth per second over at most this period; 0 for a figure that fell, as when a topic is recreated. */
    public double rate(Duration over) {
        if (points.size() < 2) {
            return 0;
        }
        Sample last = points.peekLast();
        Sample first = first(over);
        double seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : Math.max(0, (last.value() - first.value()) / seconds);
    }

    /** The oldest point of the given time up to the last; null if there is none at all. */
    Sample first(Duration over) {
        Sample last = points.peekLast();
        return points.stream()
                .filter(point -> !point.at().isBefore(last.at().minus(over)))
                .findFirst()
                .orElse(null);
    }

    /** Adds a partition's lag, and says how it changed over the given time at most. */
    public ClearTime.Pace pace(PartitionLag lag, Instant now, Duration over) {
        add(now, lag.lag());
        Sample last = points.peekLast();
        Sample first = first(over);
        return new ClearTime.Pace(
                lag.topic(), lag.partition(), last.value(), first.value(), Duration.between(first.at(), last.at()));
    }

    /** All points, the oldest first. */
    public List<Sample> points() {
        return List.copyOf(points);
    }

    /** The last values compared with those before. */
    public SeriesTrend trend() {
        if (points.size() < 2) {
            return SeriesTrend.STEADY;
        }
        List<Long> values = values();
        long before = values.get(Math.max(0, values.size() - 1 - TREND));
        return switch (Long.signum(values.get(values.size() - 1) - before)) {
            case 1 -> SeriesTrend.RISING;
            case -1 -> SeriesTrend.FALLING;
            default -> SeriesTrend.STEADY;
        };
    }

    /** The values, the oldest first. */
    public List<Long> values() {
        return points.stream().map(Sample::value).toList();
    }

    /** The growth from survey to survey, the oldest first. */
    public List<Long> steps() {
        List<Long> steps = new ArrayList<>();
        Long before = null;
        for (Sample point : points) {
            if (before != null) {
                steps.add(Math.max(0, point.value() - before));
            }
            before = point.value();
        }
        return List.copyOf(steps);
    }
}
