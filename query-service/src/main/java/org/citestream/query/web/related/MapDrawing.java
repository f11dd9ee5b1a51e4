package org.citestream.query.web.related;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.related.WorkMap;
import org.citestream.query.related.WorkMap.Edge;
import org.citestream.query.related.WorkMap.Node;
import org.citestream.query.related.WorkMap.Role;
import org.citestream.query.web.PageAddress;

/**
 * A map of works as a drawing: years run from left to right, so that citations point to the left; the work in the middle
 * stands in the middle row, the others in the nearest row that is free. Lengths are in units of the drawing.
 *
 * @param height of the drawing, which is {@value #WIDTH} wide
 * @param years marks on the axis
 * @param unknown whether works whose year is not known stand at the left edge
 */
public record MapDrawing(int height, List<Dot> dots, List<Line> lines, List<YearMark> years, boolean unknown) {

    /** Width of the drawing. */
    public static final int WIDTH = 960;

    private static final int LEFT = 70;
    private static final int RIGHT = 830;
    private static final int ROW = 34;
    private static final int TOP = 30;
    private static final int LABEL = 150;
    private static final int MOST_TICKS = 8;
    private static final List<Integer> ROUND_STEPS = List.of(1, 2, 5, 10, 20, 50, 100);
    private static final double SMALLEST = 5;
    private static final double GREATEST = 16;
    private static final int LONGEST_LABEL = 24;

    /** A work: where it stands, how large it is, and what it is called in few words. */
    public record Dot(Node node, String x, String y, String radius, String labelX, String label, String address) {}

    /**
     * A citation, or (dashed) a relation to the middle without one.
     *
     * @param kind supporting, contrasting, mentioning, listed (without a statement) or related
     */
    public record Line(String path, String kind, String width, String title, String address) {}

    /** A year on the axis. */
    public record YearMark(int year, String x) {}

    private record Point(double x, double y) {}

    /** Draws a map that has works. */
    public static MapDrawing of(WorkMap map) {
        List<Integer> years = map.nodes().stream()
                .map(node -> node.work().year())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        boolean unknown = years.size() < map.nodes().size();
        int first = years.isEmpty() ? 0 : years.get(0);
        int last = years.isEmpty() ? 0 : years.get(years.size() - 1);
        Map<Integer, List<Double>> taken = new HashMap<>();
        Map<String, Point> points = new HashMap<>();
        int furthest = 0;
        // The middle first, then those that most works cite: they get the rows near the middle.
        List<Node> nodes = map.nodes().stream()
                .sorted(Comparator.comparing((Node node) -> node.role() != Role.CENTER)
                        .thenComparing(node -> -node.citingWorks())
                        .thenComparing(node -> node.work().id()))
                .toList();
        for (Node node : nodes) {
            double x = x(node.work().year(), first, last, unknown);
            int row = freeRow(taken, x);
            taken.computeIfAbsent(row, none -> new ArrayList<>()).add(x);
            furthest = Math.max(furthest, Math.abs(row));
            points.put(node.work().id(), new Point(x, row * ROW));
        }
        double middle = TOP + (double) furthest * ROW;
        points.replaceAll((id, point) -> new Point(point.x(), point.y() + middle));
        return new MapDrawing(
                2 * (int) middle + ROW,
                nodes.stream()
                        .map(node -> dot(node, points.get(node.work().id())))
                        .toList(),
                lines(map, points),
                years.isEmpty() ? List.of() : ticks(first, last, unknown),
                unknown && !years.isEmpty());
    }

    private static double x(Integer year, int first, int last, boolean unknown) {
        int left = unknown ? LEFT + LABEL : LEFT;
        if (year == null) {
            return LEFT;
        }
        return last == first ? (left + RIGHT) / 2.0 : left + (double) (RIGHT - left) * (year - first) / (last - first);
    }

    /** The row nearest to the middle in which no label is in the way. */
    private static int freeRow(Map<Integer, List<Double>> taken, double x) {
        for (int distance = 0; ; distance++) {
            for (int row : distance == 0 ? new int[] {0} : new int[] {-distance, distance}) {
                if (taken.getOrDefault(row, List.of()).stream().noneMatch(other -> Math.abs(other - x) < LABEL)) {
                    return row;
                }
            }
        }
    }

    private static Dot dot(Node node, Point point) {
        double radius = Math.min(GREATEST, SMALLEST + Math.log(1.0 + node.citingWorks()) * 1.6);
        return new Dot(
                node,
                number(point.x()),
                number(point.y()),
                number(radius),
                number(point.x() + radius + 4),
                label(node.work()),
                PageAddress.of("reports", node.work().id()).toString());
    }

    /** “Ren 2015”: who and when, as in a text. */
    private static String label(ShownPublication work) {
        List<ShownAuthor> authors = work.authors();
        String who = authors.isEmpty() ? work.name() : authors.get(0).familyOrName();
        String cut = who.length() <= LONGEST_LABEL ? who : who.substring(0, LONGEST_LABEL - 1) + "…";
        return work.year() == null ? cut : cut + " " + work.year();
    }

    private static List<Line> lines(WorkMap map, Map<String, Point> points) {
        List<Line> lines = new ArrayList<>();
        String center = map.center().id();
        Map<String, String> names = new HashMap<>();
        map.nodes().forEach(node -> names.put(node.work().id(), label(node.work())));
        map.nodes().stream()
                .filter(node -> node.role() == Role.RELATED)
                .forEach(node -> lines.add(new Line(
                        path(points.get(center), points.get(node.work().id())),
                        "related",
                        "1",
                        node.relation().reason(),
                        PageAddress.of("links", center)
                                .with("to", node.work().id())
                                .toString())));
        for (Edge edge : map.edges()) {
            lines.add(new Line(
                    path(points.get(edge.from()), points.get(edge.to())),
                    kind(edge),
                    number(Math.min(5, 1 + Math.log(1.0 + edge.statements()))),
                    names.get(edge.from()) + " cites " + names.get(edge.to()) + ": " + edge.statements()
                            + (edge.statements() == 1 ? " statement" : " statements"),
                    PageAddress.of("reports", edge.to())
                            .with("citing", edge.from())
                            .toString()));
        }
        return lines;
    }

    private static String kind(Edge edge) {
        if (edge.statements() == 0) {
            return "listed";
        }
        if (edge.contrasting() > 0) {
            return "contrasting";
        }
        return edge.supporting() > 0 ? "supporting" : "mentioning";
    }

    /** A bow, so that lines of one row do not cover each other. */
    private static String path(Point from, Point to) {
        double bend = Math.max(14, Math.abs(from.x() - to.x()) * 0.12);
        return "M%s %sQ%s %s %s %s"
                .formatted(
                        number(from.x()),
                        number(from.y()),
                        number((from.x() + to.x()) / 2),
                        number((from.y() + to.y()) / 2 - bend),
                        number(to.x()),
                        number(to.y()));
    }

    private static List<YearMark> ticks(int first, int last, boolean unknown) {
        int least = (last - first) / MOST_TICKS;
        int step =
                ROUND_STEPS.stream().filter(years -> years > least).findFirst().orElse(least + 1);
        List<YearMark> ticks = new ArrayList<>();
        for (int year = -Math.floorDiv(-first, step) * step; year <= last; year += step) {
            ticks.add(new YearMark(year, number(x(year, first, last, unknown))));
        }
        return ticks;
    }

    private static String number(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }

    public MapDrawing {
        dots = List.copyOf(dots);
        lines = List.copyOf(lines);
        years = List.copyOf(years);
    }
}
