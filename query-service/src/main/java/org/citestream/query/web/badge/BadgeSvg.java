package org.citestream.query.web.badge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A badge as a picture: its name, then one coloured field for each count, with white text of sufficient contrast on all
 * colours. Widths are estimated from the text and enforced on it, so that any font fits. Stateless.
 */
final class BadgeSvg {

    /** A count and what is counted; the kind decides the colour. */
    record BadgeCount(long count, String label, String kind) {

        String text() {
            return String.format(Locale.ROOT, "%,d", count) + " " + label;
        }
    }

    private record BadgeField(String text, String colour) {

        int width() {
            return (int) Math.ceil(text.codePointCount(0, text.length()) * LETTER) + 2 * MARGIN;
        }
    }

    private static final int HEIGHT = 20;
    private static final int MARGIN = 7;
    private static final double LETTER = 6.1;
    private static final Map<String, String> COLOURS = Map.of(
            "supporting", "#00695c",
            "mentioning", "#4d5b73",
            "contrasting", "#b23c0a",
            "unclassified", "#6b6b6b",
            "withdrawn", "#9a1220");
    private static final String NAME_COLOUR = "#1b2330";
    private static final String USUAL_COLOUR = "#1d4e89";

    private BadgeSvg() {}

    static String of(List<BadgeCount> parts, String withdrawn) {
        List<BadgeField> fields = new java.util.ArrayList<>();
        if (withdrawn != null) {
            fields.add(new BadgeField(withdrawn, COLOURS.get("withdrawn")));
        }
        parts.forEach(part -> fields.add(new BadgeField(part.text(), COLOURS.getOrDefault(part.kind(), USUAL_COLOUR))));
        return drawn(fields);
    }

    /** A badge with only this text. */
    static String saying(String words) {
        return drawn(List.of(new BadgeField(words, COLOURS.get("unclassified"))));
    }

    private static String drawn(List<BadgeField> counts) {
        List<BadgeField> fields = new java.util.ArrayList<>(counts);
        fields.add(0, new BadgeField("citations", NAME_COLOUR));
        int width = fields.stream().mapToInt(BadgeField::width).sum();
        String words =
                escaped("Citations: " + counts.stream().map(BadgeField::text).collect(Collectors.joining(", ")));
        StringBuilder svg = new StringBuilder(1024)
                .append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\""
                                .formatted(width, HEIGHT))
                .append(" role=\"img\" aria-label=\"%1$s\"><title>%1$s</title>".formatted(words))
                .append("<clipPath id=\"r\"><rect width=\"%d\" height=\"%d\" rx=\"3\"/></clipPath>"
                        .formatted(width, HEIGHT))
                .append("<g clip-path=\"url(#r)\" font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"11\">");
        int left = 0;
        for (BadgeField field : fields) {
            svg.append("<rect x=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                            .formatted(left, field.width(), HEIGHT, field.colour()))
                    .append(
                            "<text x=\"%d\" y=\"14\" fill=\"#fff\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\">%s</text>"
                                    .formatted(left + MARGIN, field.width() - 2 * MARGIN, escaped(field.text())));
            left += field.width();
        }
        return svg.append("</g></svg>\n").toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
