package org.citestream.query.web.about;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The calibration curve, drawn in a square of 100 by 100 units with its origin at the lower left. */
public record Calibration(List<CalibrationBin> points) {

    /** A bin of confidence: the model's stated confidence, and how often it was right. */
    public record CalibrationBin(double shown, double reached, double weight, String x, String y, String radius) {}

    public Calibration {
        points = List.copyOf(points);
    }

    static Calibration of(JsonNode bins) {
        double heaviest = 1;
        for (JsonNode bin : bins) {
            heaviest = Math.max(heaviest, bin.path("weight").asDouble());
        }
        List<CalibrationBin> points = new ArrayList<>();
        for (JsonNode bin : bins) {
            double shown = bin.path("shown").asDouble();
            double reached = bin.path("reached").asDouble();
            double weight = bin.path("weight").asDouble();
            points.add(new CalibrationBin(
                    shown,
                    reached,
                    weight,
                    length(100 * shown),
                    length(100 - 100 * reached),
                    length(1 + 2.5 * Math.sqrt(weight / heaviest))));
        }
        return points.isEmpty() ? null : new Calibration(points);
    }

    /** The line through all points. */
    public String line() {
        return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }

    private static String length(double units) {
        return String.format(Locale.ROOT, "%.1f", units);
    }
}
