package org.citestream.classify.decide.linear;

import java.util.List;
import org.citestream.classify.decide.NormalText;
import org.citestream.classify.decide.Span;

/** A text in normal form with its words, and where it stands in the whole it was cut from. Not safe for several threads. */
final class Passage {

    private final NormalText text = new NormalText();
    private final Tokens tokens = new Tokens();
    private int shift;
    /** What was read last, if it is without targets: the next statement often has the same neighbours. */
    private String last;

    void read(String raw, int at) {
        if (!raw.equals(last)) {
            read(raw, List.of());
            last = raw;
        }
        shift = at;
    }

    void read(String raw, List<Span> targets) {
        shift = 0;
        last = null;
        text.read(raw, targets);
        tokens.read(text);
    }

    NormalText text() {
        return text;
    }

    Tokens tokens() {
        return tokens;
    }

    /** Where a stretch of the normal text stands in the whole. */
    Span original(int from, int to) {
        Span here = text.original(from, to);
        return new Span(here.start() + shift, here.end() + shift);
    }
}
