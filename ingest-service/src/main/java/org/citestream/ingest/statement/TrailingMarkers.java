package org.citestream.ingest.statement;

import java.util.List;
import org.citestream.ingest.article.CitationMarker;

/** Markers that stand behind a full stop and still belong before it: {@code others.12,13 However}. */
final class TrailingMarkers {
    private static final String LINKS = ",;–—-−‐‑ ";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private TrailingMarkers() {}

    /**
     * The end of the sentence with the markers that follow its stop.
     *
     * @param from first mark that may follow
     * @param end where the sentence ends without them
     * @param stop the full stop
     * @param abbreviation whether the stop may belong to an abbreviation; a marker then proves nothing
     */
    static int markers(String text, List<CitationMarker> marks, int from, int end, int stop, boolean abbreviation) {
        int at = end;
        while (at < text.length() && RAISED.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean glued = false;
        int reached = at;
        for (int i = from; i < marks.size(); i++) {
            CitationMarker mark = marks.get(i);
            if (mark.start() < reached) {
                continue;
            }
            boolean near = onlyLinks(text, reached, mark.start());
            boolean blankBefore = mark.start() > end && text.charAt(end) == ' ';
            if (!near || mark.end() == mark.start() || (!isSign(text, mark) && !bracketed(text, mark))) {
                break;
            }
            glued |= !blankBefore;
            reached = mark.end();
        }
        if (reached == at) {
            return at > end ? at : unlinkedNumber(text, end, stop);
        }
        while (reached < text.length() && ")]".indexOf(text.charAt(reached)) >= 0) {
            reached++;
        }
        if (glued) {
            return reached;
        }
        return !abbreviation && freeStanding(text, reached) ? reached : end;
    }

    /** "[12] However": nothing but a new sentence can follow. */
    private static boolean freeStanding(String text, int end) {
        if (end >= text.length()) {
            return true;
        }
        return text.charAt(end) == ' ' && end + 1 < text.length() && Character.isUpperCase(text.charAt(end + 1));
    }

    private static boolean onlyLinks(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (LINKS.indexOf(c) < 0 && "[]()".indexOf(c) < 0) {
                return false;
            }
        }
        return to - from <= 4;
    }

    /** A number or another sign, no name. */
    private static boolean isSign(String text, CitationMarker mark) {
        int letters = 0;
        for (int i = mark.start(); i < mark.end(); i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters <= 1;
    }

    private static boolean bracketed(String text, CitationMarker mark) {
        char first = text.charAt(mark.start());
        boolean opens = first == '(' || first == '[';
        return opens || (mark.start() > 0 && "([".indexOf(text.charAt(mark.start() - 1)) >= 0);
    }

    /** A number that nobody linked, glued to the stop of a word: {@code others.12 However}. */
    private static int unlinkedNumber(String text, int end, int stop) {
        if (stop == 0 || end != stop + 1 || !Character.isLowerCase(text.charAt(stop - 1))) {
            return end;
        }
        int at = end;
        while (at < text.length()
                && (Character.isDigit(text.charAt(at)) || (at > end && ",–-".indexOf(text.charAt(at)) >= 0))) {
            at++;
        }
        boolean marker = at > end && at < text.length() && text.charAt(at) == ' ';
        return marker ? at : end;
    }
}
