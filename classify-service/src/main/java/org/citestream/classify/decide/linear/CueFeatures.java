package org.citestream.classify.decide.linear;

import java.util.Arrays;
import org.citestream.classify.decide.NormalText;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.cue.CueAutomaton;
import org.citestream.classify.decide.cue.CueClass;

/**
 * Cue phrases as features: which, in which section, on which side of the target and how near, negated or not, and in whose company.
 * Remembers the cues it found. Not safe for use by several threads.
 */
final class CueFeatures {

    private static final int GROUP = Features.CUES;
    private static final int MOST = 256;
    private static final int NEAR = 40;
    private static final int NEGATION_REACH = 25;
    private static final int AT_THE_START = 25;
    private static final int KINDS = CueClass.values().length;

    private final CueAutomaton automaton;
    private final FeatureSet set;
    private final int[] firstOf = new int[KINDS];
    private final int[] lastOf = new int[KINDS];
    private final int[] hit = new int[MOST];
    private final int[] hitFrom = new int[MOST];
    private final int[] hitTo = new int[MOST];
    private int hits;
    private int target;
    private int section;

    CueFeatures(CueAutomaton automaton, FeatureSet set) {
        this.automaton = automaton;
        this.set = set;
    }

    void read(NormalText text, int targetAt, Statement statement) {
        hits = 0;
        target = targetAt;
        section = statement.section().map(found -> found.number() + 1).orElse(0);
        Arrays.fill(firstOf, -1);
        Arrays.fill(lastOf, -1);
        automaton.scan(text, this::cue);
        pairs();
        pairWithOwn(CueClass.AGREEMENT, 91);
        pairWithOwn(CueClass.DISAGREEMENT, 93);
        pairWithOwn(CueClass.COMPARISON, 95);
    }

    private void cue(int cue, int from, int to) {
        if (hits < MOST) {
            hit[hits] = cue;
            hitFrom[hits] = from;
            hitTo[hits] = to;
            hits++;
        }
        int kind = automaton.cues().get(cue).kind().number();
        if (firstOf[kind] < 0) {
            firstOf[kind] = from;
        }
        lastOf[kind] = from;
        set.add(GROUP, Hash.of(10, kind), from, to);
        set.add(GROUP, Hash.of(11, cue), from, to);
        if (target >= 0) {
            boolean before = from < target;
            int distance = before ? target - to : from - target;
            int side = (before ? 0 : 2) + (distance <= NEAR ? 0 : 1);
            set.add(GROUP, Hash.of(12 + side, kind), from, to);
            if (distance <= NEAR) {
                set.add(GROUP, Hash.of(before ? 16 : 17, cue), from, to);
            }
        }
        int negation = CueClass.NEGATION.number();
        if (lastOf[negation] >= 0 && from - lastOf[negation] <= NEGATION_REACH && kind != negation) {
            set.add(GROUP, Hash.of(18, kind), from, to);
        }
        if (from < AT_THE_START) {
            set.add(GROUP, Hash.of(19, kind), from, to);
        }
        set.add(GROUP, Hash.of(20 + section, kind), from, to);
    }

    private void pairs() {
        for (int a = 0; a < KINDS; a++) {
            if (firstOf[a] >= 0) {
                for (int b = a + 1; b < KINDS; b++) {
                    if (firstOf[b] >= 0) {
                        set.add(GROUP, Hash.of(30 + a, b));
                        set.add(GROUP, Hash.of(60 + a, firstOf[a] < firstOf[b] ? b : -b - 1));
                    }
                }
            }
        }
    }

    /** Agreement without own evidence is a mention, so its absence is a feature of its own. */
    private void pairWithOwn(CueClass kind, int salt) {
        if (!has(kind)) {
            return;
        }
        boolean own = has(CueClass.OWN_EVIDENCE);
        boolean person = has(CueClass.FIRST_PERSON);
        set.add(GROUP, Hash.of(salt, (own ? 4 : 0) + (person ? 2 : 0) + (has(CueClass.REPORTED) ? 1 : 0)));
        set.add(GROUP, Hash.of(salt + 1, own || person ? 1 : 0));
    }

    private boolean has(CueClass kind) {
        return has(kind.number());
    }

    /** Whether the sentence holds a cue of the class with that number. */
    boolean has(int kind) {
        return firstOf[kind] >= 0;
    }

    /** The longest cue that touches a stretch of the normal text, or -1. */
    int longest(int from, int to) {
        int longest = -1;
        int length = 0;
        for (int i = 0; i < hits; i++) {
            if (hitFrom[i] < to && hitTo[i] > from && hitTo[i] - hitFrom[i] > length) {
                longest = hit[i];
                length = hitTo[i] - hitFrom[i];
            }
        }
        return longest;
    }
}
