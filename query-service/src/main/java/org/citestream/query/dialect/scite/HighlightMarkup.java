package org.citestream.query.dialect.scite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citestream.query.search.Highlighter;

/**
 * Texts marked up as by scite's search: matches in {@code <strong class="highlight">}, references in
 * {@code <cite data-doi="…">}. Clients put such fields into pages unescaped, so angle brackets in the text itself are
 * escaped. Stateless.
 */
final class HighlightMarkup {

    private record Mark(int start, int end, String open, String close) {}

    private HighlightMarkup() {}

    /** The text with its matches marked; null stays null. */
    static String found(String text, Highlighter highlighter) {
        return text == null ? null : marked(text, highlights(text, highlighter));
    }

    /** A sentence between its neighbours, with its references to {@code target} marked too. */
    static String snippet(FoundStatement statement, Highlighter highlighter) {
        String text = statement.text();
        List<Mark> marks = new ArrayList<>();
        List<Integer> places = statement.markers();
        String open = "<cite data-doi=\"" + plain(statement.citation().target()).replace("\"", "&quot;") + "\">";
        for (int i = 0; i + 1 < places.size(); i += 2) {
            if (places.get(i) >= 0 && places.get(i) <= places.get(i + 1) && places.get(i + 1) <= text.length()) {
                marks.add(new Mark(places.get(i), places.get(i + 1), open, "</cite>"));
            }
        }
        highlights(text, highlighter).stream()
                .filter(found ->
                        marks.stream().noneMatch(mark -> mark.start() < found.end() && found.start() < mark.end()))
                .toList()
                .forEach(marks::add);
        StringBuilder snippet = new StringBuilder();
        if (statement.before() != null) {
            snippet.append(found(statement.before(), highlighter)).append(' ');
        }
        snippet.append(marked(text, marks));
        if (statement.after() != null) {
            snippet.append(' ').append(found(statement.after(), highlighter));
        }
        return snippet.toString();
    }

    static boolean isFound(String text, Highlighter highlighter) {
        return text != null && !highlighter.matches(text).isEmpty();
    }

    private static List<Mark> highlights(String text, Highlighter highlighter) {
        return highlighter.matches(text).stream()
                .map(match -> new Mark(match.start(), match.end(), "<strong class=\"highlight\">", "</strong>"))
                .toList();
    }

    private static String marked(String text, List<Mark> marks) {
        StringBuilder marked = new StringBuilder(text.length() + 64);
        int done = 0;
        for (Mark mark :
                marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList()) {
            if (mark.start() >= done) {
                marked.append(plain(text.substring(done, mark.start())))
                        .append(mark.open())
                        .append(plain(text.substring(mark.start(), mark.end())))
                        .append(mark.close());
                done = mark.end();
            }
        }
        return marked.append(plain(text.substring(done))).toString();
    }

    private static String plain(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }
}
