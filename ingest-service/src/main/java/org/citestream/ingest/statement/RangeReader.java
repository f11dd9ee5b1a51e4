package org.citestream.ingest.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.ingest.article.CitationMarker;

/** Finds the references that a range means without naming them, by the order of the reference list. */
final class RangeReader {
    /** No text cites more works in one range; a wider one is a misreading. */
    private static final int WIDEST = 150;

    private static final int LONGEST_OPEN_END = 12;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})\\s*" + Dashes.ONE + "\\s*(\\d{1,4})(?!\\d)");
    private static final Pattern OPEN_END = Pattern.compile("\\s*" + Dashes.ONE + "\\s*(\\d{1,4})(?=\\s*[\\]),;])");

    private final References references;

    RangeReader(References references) {
        this.references = references;
    }

    /** What lies between two linked ends: {@code [3]–[7]}. */
    List<Citation> between(String text, CitationMarker left, CitationMarker right) {
        if (left.targets().isEmpty() || right.targets().isEmpty() || right.start() < left.end()) {
            return List.of();
        }
        if (!Dashes.between(text.substring(left.end(), right.start()))) {
            return List.of();
        }
        if (!isEnd(text, left) || !isEnd(text, right)) {
            return List.of();
        }
        Span span = new Span(left.start(), right.end());
        int low = Digits.only(text.substring(left.start(), left.end()));
        int high = Digits.only(text.substring(right.start(), right.end()));
        if (placeOfNumber(left, low) >= 0 && placeOfNumber(right, high) >= 0 && high - low <= WIDEST) {
            List<Integer> places = references.placesOf(low + 1, high - 1);
            if (!places.isEmpty()) {
                return implied(places, span);
            }
        }
        int from = references.placeOf(left.targets().get(left.targets().size() - 1));
        int to = references.placeOf(right.targets().get(0));
        // Printed numbers that lie further apart, or less far, than the entries: then the order tells nothing.
        return low >= 0 && high >= 0 && high - low != to - from ? List.of() : implied(from, to, span);
    }

    private List<Citation> implied(List<Integer> places, Span span) {
        return places.stream()
                .map(place -> new Citation(references.keyAt(place), span, 1, true))
                .toList();
    }

    /**
     * What one marker means beyond its targets: {@code 3–7} in one link, or a linked 3 before a bare {@code –7]}.
     *
     * @param free where the next marker begins
     */
    List<Citation> within(String text, CitationMarker mark, int free) {
        if (mark.targets().isEmpty()) {
            return List.of();
        }
        if (isBareNumber(text, mark) && !dashFollows(text, mark.end(), free)) {
            return List.of();
        }
        List<Citation> found = new ArrayList<>();
        Matcher range = RANGE.matcher(text).region(mark.start(), mark.end());
        while (range.find()) {
            int low = Integer.parseInt(range.group(1));
            int high = Integer.parseInt(range.group(2));
            Span span = new Span(mark.start(), mark.end());
            found.addAll(numbered(mark, low, high, span));
        }
        int number = Digits.only(text.substring(mark.start(), mark.end()));
        if (found.isEmpty() && number > 0 && mark.targets().size() == 1) {
            Matcher open = OPEN_END.matcher(text).region(mark.end(), Math.min(free, mark.end() + LONGEST_OPEN_END));
            open.useTransparentBounds(true);
            if (open.lookingAt()) {
                int high = Integer.parseInt(open.group(1));
                found.addAll(numbered(mark, number, high, new Span(mark.start(), open.end(1))));
            }
        }
        return found;
    }

    private static boolean isBareNumber(String text, CitationMarker mark) {
        for (int i = mark.start(); i < mark.end(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether anything but words and common punctuation follows. */
    private static boolean dashFollows(String text, int from, int free) {
        int at = from;
        while (at < free && text.charAt(at) == ' ') {
            at++;
        }
        return at < free && !Character.isLetterOrDigit(text.charAt(at)) && ".,;:)]([".indexOf(text.charAt(at)) < 0;
    }

    private List<Citation> numbered(CitationMarker mark, int low, int high, Span span) {
        if (high <= low || high - low > WIDEST || mark.targets().size() > high - low) {
            // A link that names as many works as the range is wide needs no guess.
            return List.of();
        }
        int from = placeOfNumber(mark, low);
        int to = placeOfNumber(mark, high);
        if (from < 0 && to < 0) {
            return List.of();
        }
        List<Integer> places = references.placesOf(low, high);
        if (!places.isEmpty()) {
            return implied(places, span).stream()
                    .filter(citation -> !mark.targets().contains(citation.key()))
                    .toList();
        }
        if (from < 0) {
            from = checked(to - (high - low), low);
        }
        if (to < 0) {
            to = checked(from + (high - low), high);
        }
        if (from < 0 || to < 0) {
            return List.of();
        }
        List<Citation> members = new ArrayList<>();
        for (int place = from; place <= to; place++) {
            if (!mark.targets().contains(references.keyAt(place))) {
                members.add(new Citation(references.keyAt(place), span, 1, true));
            }
        }
        return members;
    }

    /** The place of the target that the text calls by this number, or -1. */
    private int placeOfNumber(CitationMarker mark, int number) {
        for (String target : mark.targets()) {
            int place = references.placeOf(target);
            if (place >= 0 && references.numberAt(place) == number) {
                return place;
            }
        }
        return -1;
    }

    private int checked(int place, int number) {
        return place >= 0 && place < references.size() && references.numberAt(place) == number ? place : -1;
    }

    private List<Citation> implied(int from, int to, Span span) {
        if (from < 0 || to - from < 2 || to - from > WIDEST) {
            return List.of();
        }
        List<Citation> members = new ArrayList<>(to - from - 1);
        for (int place = from + 1; place < to; place++) {
            members.add(new Citation(references.keyAt(place), span, 1, true));
        }
        return members;
    }

    /** Whether the marker can be the end of a range: a number or nothing, no name. */
    private static boolean isEnd(String text, CitationMarker mark) {
        int letters = 0;
        for (int i = mark.start(); i < mark.end(); i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters <= 1;
    }
}
