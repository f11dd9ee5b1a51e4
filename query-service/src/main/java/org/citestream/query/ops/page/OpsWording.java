package org.citestream.query.ops.page;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats figures for the pages of the dashboard. */
@TemplateExtension(namespace = "ops")
final class OpsWording {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int WIDTH = 120;
    private static final int HEIGHT = 24;
    private static final String UNKNOWN = "–";

    private OpsWording() {}

    static String number(Number number) {
        return number == null ? UNKNOWN : String.format(Locale.ROOT, "%,d", number.longValue());
    }

    static String plural(Number number, String one, String many) {
        return number(number) + " " + choice(number, one, many);
    }

    /** One of two words, by the number. */
    static String choice(Number number, String one, String many) {
        return number != null && number.longValue() == 1 ? one : many;
    }

    /** A figure of a chart: a fraction where it is small and not whole. */
    static String amount(Double value) {
        return value % 1 == 0 ? number(value) : rate(value);
    }

    /** Whether there is a line to draw: the figures are not all the same. */
    static boolean moves(List<Long> values) {
        return values.stream().distinct().count() > 1;
    }

    static String rate(Double perSecond) {
        if (perSecond == null) {
            return UNKNOWN;
        }
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%,.0f", perSecond);
    }

    static String size(Number bytes) {
        if (bytes == null) {
            return UNKNOWN;
        }
        double left = bytes.doubleValue();
        for (String unit : List.of("B", "kB", "MB", "GB")) {
            if (left < 1000) {
                return String.format(Locale.ROOT, left < 10 && !unit.equals("B") ? "%.1f %s" : "%.0f %s", left, unit);
            }
            left /= 1000;
        }
        return String.format(Locale.ROOT, "%.1f TB", left);
    }

    /** A duration, as precise as useful for people. */
    static String span(Number seconds) {
        if (seconds == null) {
            return UNKNOWN;
        }
        double all = seconds.doubleValue();
        if (all < 10 && seconds instanceof Double) {
            return String.format(Locale.ROOT, "%.1f s", all);
        }
        long left = (long) all;
        if (left < 120) {
            return left + " s";
        } else if (left < 7200) {
            return left / 60 + " min";
        }
        return left < 172_800 ? left / 3600 + " h" : left / 86_400 + " days";
    }

    static String ago(Instant at) {
        return at == null ? UNKNOWN : span(Math.max(0, Instant.now().getEpochSecond() - at.getEpochSecond())) + " ago";
    }

    static String clock(Instant at) {
        return at == null ? UNKNOWN : CLOCK.format(at);
    }

    static String arrow(String trend) {
        return switch (trend) {
            case "rising" -> "↑";
            case "falling" -> "↓";
            default -> "→";
        };
    }

    static String ranges(List<Integer> partitions) {
        return partitions.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static String first(List<Long> values) {
        return number(values.get(0));
    }

    static String last(List<Long> values) {
        return number(values.get(values.size() - 1));
    }

    /** The points of a sparkline in a box of 120 by 24, the newest at the right. */
    static String points(List<Long> values) {
        long most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        StringBuilder points = new StringBuilder();
        int last = values.size() - 1;
        for (int i = 0; i <= last; i++) {
            double x = last == 0 ? WIDTH : (double) WIDTH * i / last;
            double y = HEIGHT - 1 - (double) (HEIGHT - 2) * values.get(i) / most;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        return points.toString().strip();
    }
}
