package org.citestream.query.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A part of a text that is shown in one style: as a marker, as a match, as both or as neither. */
public record TextSegment(String text, boolean marker, boolean hit) {

    /** Splits the text where a marker or a match starts or ends; ranges are [start, end] in UTF-16 units. */
    public static List<TextSegment> cut(String text, List<int[]> markers, List<int[]> hits) {
        if (text == null) {
            return List.of();
        }
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, text.length()));
        for (List<int[]> spans : List.of(markers, hits)) {
            for (int[] span : spans) {
                borders.add(Math.min(Math.max(span[0], 0), text.length()));
                borders.add(Math.min(Math.max(span[1], 0), text.length()));
            }
        }
        List<TextSegment> segments = new ArrayList<>();
        int start = 0;
        for (int end : borders.tailSet(1)) {
            segments.add(new TextSegment(text.substring(start, end), within(start, markers), within(start, hits)));
            start = end;
        }
        return segments;
    }

    private static boolean within(int place, List<int[]> spans) {
        return spans.stream().anyMatch(span -> span[0] <= place && place < span[1]);
    }
}
