package org.citestream.classify.decide.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.classify.decide.Span;

/**
 * Finds where citation markers stand in a sentence, so that authors' names and numbers do not reach the encoder: it is
 * meant to learn what is said about a work, not which work it is. A whole group such as {@code [3–7]} or
 * {@code (A 2001; B 2002)} is one marker.
 */
final class Markers {

    // Repetitions are bounded: sentences come from other people's files.
    private static final Pattern GROUP =
            Pattern.compile("\\[\\s{0,3}\\d{1,4}[a-z]?(?:\\s{0,3}[,;–—‑-]\\s{0,3}\\d{1,4}[a-z]?){0,60}\\s{0,3}]"
                    + "|\\(\\s{0,3}\\d{1,3}(?:\\s{0,3}[,;–—‑-]\\s{0,3}\\d{1,3}){0,60}\\s{0,3}\\)"
                    + "|\\([^()\\[\\]]{0,300}?\\b(?:1[89]|20)\\d\\d[a-z]?[^()\\[\\]]{0,300}?\\)");

    private Markers() {}

    /** A marker and whether it is the cited work's. */
    record Marker(int start, int end, boolean target) {}

    /**
     * All markers in the order of the text, without overlaps.
     *
     * @param targets where the cited work is marked; empty if unknown: then every marker counts as the target
     */
    static List<Marker> in(String text, List<Span> targets) {
        List<Marker> markers = new ArrayList<>();
        List<Span> open = new ArrayList<>(targets);
        Matcher group = GROUP.matcher(text);
        while (group.find()) {
            int start = group.start();
            int end = group.end();
            boolean target = targets.isEmpty() || open.removeIf(span -> span.start() < end && start < span.end());
            markers.add(new Marker(start, end, target));
        }
        open.forEach(span -> markers.add(new Marker(span.start(), span.end(), true)));
        markers.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return markers;
    }
}
