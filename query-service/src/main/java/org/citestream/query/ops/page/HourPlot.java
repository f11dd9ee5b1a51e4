package org.citestream.query.ops.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citestream.query.ops.lag.Series;

/**
 * A figure over the last hour as a line and as a table.
 *
 * @param title what it shows, with its unit
 * @param line points of a line over a box of 600 by 100
 * @param most the greatest value, where the box ends
 * @param from when the line begins
 * @param rows some of its points, the newest first
 */
public record HourPlot(String title, String line, double most, Instant from, List<PlotPoint> rows) {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 100;
    private static final int ROWS = 12;

    /** A point. */
    public record PlotPoint(Instant at, double value) {}

    public HourPlot {
        rows = List.copyOf(rows);
    }

    /** The values as they are; null where there are too few for a line. */
    static HourPlot ofValues(String title, List<Series.Sample> points) {
        return of(
                title,
                points.stream()
                        .map(point -> new PlotPoint(point.at(), point.value()))
                        .toList());
    }

    /** How they grew, a second; null where there are too few for a line. */
    static HourPlot ofGrowth(String title, List<Series.Sample> points) {
        List<PlotPoint> growth = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Series.Sample before = points.get(i - 1);
            Series.Sample point = points.get(i);
            double seconds = Duration.between(before.at(), point.at()).toMillis() / 1000.0;
            growth.add(
                    new PlotPoint(point.at(), Math.max(0, point.value() - before.value()) / Math.max(seconds, 0.001)));
        }
        return of(title, growth);
    }

    private static HourPlot of(String title, List<PlotPoint> points) {
        if (points.size() < 2) {
            return null;
        }
        Instant from = points.get(0).at();
        double span = Math.max(
                1, Duration.between(from, points.get(points.size() - 1).at()).toMillis());
        double most = points.stream().mapToDouble(PlotPoint::value).max().orElse(0);
        StringBuilder line = new StringBuilder();
        for (PlotPoint point : points) {
            double x = WIDTH * Duration.between(from, point.at()).toMillis() / span;
            double y = HEIGHT - (most == 0 ? 0 : HEIGHT * point.value() / most);
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        List<PlotPoint> rows = new ArrayList<>();
        int step = Math.max(1, (points.size() + ROWS - 1) / ROWS);
        for (int i = points.size() - 1; i >= 0; i -= step) {
            rows.add(points.get(i));
        }
        return new HourPlot(title, line.toString().strip(), most, from, rows);
    }
}
