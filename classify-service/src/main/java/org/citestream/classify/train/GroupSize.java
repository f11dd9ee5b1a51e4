package org.citestream.classify.train;

import java.util.List;
import org.citestream.classify.decide.Span;

/** Guesses how many works a marker names, where no parser counted them: numbers with ranges, or names with years. */
public final class GroupSize {

    private GroupSize() {}

    /** At least 1. */
    public static int of(String text, List<Span> cites) {
        if (cites.isEmpty()) {
            return 1;
        }
        Span span = cites.get(0).within(text.length());
        int from = Math.max(text.lastIndexOf('(', span.start()), text.lastIndexOf('[', span.start()));
        from = from < 0 || span.start() - from > 300 ? span.start() : from;
        int separators = 0;
        int to = span.end();
        while (to < text.length() && to - span.start() < 300 && text.charAt(to) != ')' && text.charAt(to) != ']') {
            to++;
        }
        to = to == text.length() || to - span.start() >= 300 ? span.end() : to;
        String marker = text.substring(from, Math.max(from, to));
        boolean years = marker.chars().filter(Character::isLetter).count() > 3;
        for (int i = 0; i < marker.length(); i++) {
            char c = marker.charAt(i);
            if (c == ';' || (!years && c == ',')) {
                separators++;
            } else if (!years && (c == '-' || c == '\u2013')) {
                separators += 2;
            }
        }
        return 1 + separators;
    }
}
