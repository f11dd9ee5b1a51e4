package org.citestream.classify.decide.linear;

import java.util.Arrays;
import org.citestream.classify.decide.NormalText;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.cue.CueAutomaton;
import org.citestream.classify.decide.cue.CueClass;

/**
 * The sentences before and after, in groups of their own: their words, their cues, and which cue of theirs meets which cue of
 * the citing sentence, for own evidence often stands one sentence earlier than the comparison. Not safe for use by several
 * threads.
 */
final class NeighbourFeatures {

    /** The part of a neighbour next to the citing sentence that is read, in UTF-16 units. */
    private static final int NEAREST = 400;

    private static final int KINDS = CueClass.values().length;
    private static final int MOST_MARKERS = 2;

    private final CueAutomaton automaton;
    private final FeatureSet set;
    private final Passage before = new Passage();
    private final Passage after = new Passage();
    private final boolean[] kinds = new boolean[KINDS];

    NeighbourFeatures(CueAutomaton automaton, FeatureSet set) {
        this.automaton = automaton;
        this.set = set;
    }

    void read(Statement statement, CueFeatures sentence) {
        int cut = Math.max(0, statement.before().length() - NEAREST);
        before.read(statement.before().substring(cut), cut);
        after.read(
                statement
                        .after()
                        .substring(0, Math.min(NEAREST, statement.after().length())),
                0);
        side(before, Features.BEFORE, 0, sentence);
        side(after, Features.AFTER, 1, sentence);
    }

    private void side(Passage passage, int group, int side, CueFeatures sentence) {
        Tokens tokens = passage.tokens();
        if (tokens.size() == 0) {
            return;
        }
        for (int i = 0; i < tokens.size(); i++) {
            set.add(group, Hash.of(1, tokens.hash(i)), tokens.from(i), tokens.to(i));
            if (i + 1 < tokens.size()) {
                int two = Hash.of(tokens.hash(i), tokens.hash(i + 1));
                set.add(group, Hash.of(2, two), tokens.from(i), tokens.to(i + 1));
            }
        }
        Arrays.fill(kinds, false);
        automaton.scan(passage.text(), (cue, from, to) -> {
            int kind = automaton.cues().get(cue).kind().number();
            kinds[kind] = true;
            set.add(Features.AROUND, Hash.of(110 + side, kind));
            set.add(group, Hash.of(3, cue), from, to);
        });
        int markers = Math.min(markers(passage.text()), MOST_MARKERS);
        set.add(Features.AROUND, Hash.of(112 + side, markers));
        for (int own = 0; own < KINDS; own++) {
            if (sentence.has(own)) {
                set.add(Features.AROUND, Hash.of(114 + side, own * (MOST_MARKERS + 1) + markers));
                for (int theirs = 0; theirs < KINDS; theirs++) {
                    if (kinds[theirs]) {
                        set.add(Features.AROUND, Hash.of(116 + side, own * KINDS + theirs));
                    }
                }
            }
        }
    }

    private static int markers(NormalText text) {
        int markers = 0;
        for (int i = 0; i < text.length(); i++) {
            markers += text.charAt(i) == NormalText.OTHER ? 1 : 0;
        }
        return markers;
    }

    Passage before() {
        return before;
    }

    Passage after() {
        return after;
    }
}
