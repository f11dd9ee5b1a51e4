package org.citestream.classify.decide.cue;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.citestream.classify.decide.NormalText;

/**
 * Finds all cues of a text in one pass (Aho and Corasick 1975), however many cues there are. Cues match whole words; a
 * cue written with a trailing star matches the rest of its last word too. Immutable and safe for use by several threads.
 */
public final class CueAutomaton {

    /** Told of every cue found, by its index in the list of cues and its place [from, to) in the normal text. */
    @FunctionalInterface
    public interface CueMatch {
        void cue(int cue, int from, int to);
    }

    private static final int SIGNS = 64;
    private static final int NONE = -1;

    private final List<Cue> cues;
    private final int[] lengths;
    private final boolean[] open;
    private final int[] next;
    private final int[] cueAt;
    /** The nearest shorter suffix that is a cue. */
    private final int[] shorter;

    public CueAutomaton(List<Cue> cues) {
        this.cues = List.copyOf(cues);
        this.lengths = new int[cues.size()];
        this.open = new boolean[cues.size()];
        int most = 1;
        for (Cue cue : cues) {
            most += cue.phrase().length();
        }
        int[] trie = new int[most * SIGNS];
        int[] ends = new int[most];
        Arrays.fill(ends, NONE);
        int states = 1;
        for (int i = 0; i < cues.size(); i++) {
            String phrase = cues.get(i).phrase();
            lengths[i] = phrase.length();
            open[i] = cues.get(i).open();
            int state = 0;
            for (int j = 0; j < phrase.length(); j++) {
                int edge = state * SIGNS + sign(phrase.charAt(j));
                if (trie[edge] == 0) {
                    trie[edge] = states++;
                }
                state = trie[edge];
            }
            if (ends[state] != NONE) {
                throw new IllegalArgumentException("cue stands twice: " + phrase);
            }
            ends[state] = i;
        }
        this.next = Arrays.copyOf(trie, states * SIGNS);
        this.cueAt = Arrays.copyOf(ends, states);
        this.shorter = new int[states];
        link(states);
    }

    /** Turns the trie into an automaton without failure steps: every state knows its successor for every sign. */
    private void link(int states) {
        int[] fail = new int[states];
        var queue = new ArrayDeque<Integer>();
        for (int s = 0; s < SIGNS; s++) {
            if (next[s] != 0) {
                queue.add(next[s]);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            int suffix = fail[state];
            shorter[state] = cueAt[suffix] != NONE ? suffix : shorter[suffix];
            for (int s = 0; s < SIGNS; s++) {
                int edge = state * SIGNS + s;
                int viaSuffix = next[suffix * SIGNS + s];
                if (next[edge] != 0) {
                    fail[next[edge]] = viaSuffix;
                    queue.add(next[edge]);
                } else {
                    next[edge] = viaSuffix;
                }
            }
        }
    }

    public List<Cue> cues() {
        return cues;
    }

    /** Reports every cue in the order of its end. */
    public void scan(NormalText text, CueMatch found) {
        requireNonNull(found, "found");
        int state = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            state = next[state * SIGNS + sign(text.charAt(i))];
            int at = cueAt[state] != NONE ? state : shorter[state];
            while (at != 0) {
                report(text, cueAt[at], i + 1, found);
                at = shorter[at];
            }
        }
    }

    private void report(NormalText text, int cue, int end, CueMatch found) {
        int from = end - lengths[cue];
        if (from > 0 && isWord(text.charAt(from - 1)) && isWord(text.charAt(from))) {
            return;
        }
        int to = end;
        if (open[cue]) {
            while (to < text.length() && isWord(text.charAt(to))) {
                to++;
            }
        } else if (to < text.length() && isWord(text.charAt(to)) && isWord(text.charAt(to - 1))) {
            return;
        }
        found.cue(cue, from, to);
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c > 127 && Character.isLetterOrDigit(c));
    }

    /** The alphabet of cues; everything else is one sign that no cue holds. */
    private static int sign(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 1;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 27;
        }
        return switch (c) {
            case ' ' -> 37;
            case '-' -> 38;
            case '\'' -> 39;
            case ',' -> 40;
            case '.' -> 41;
            case '(' -> 42;
            case ')' -> 43;
            case ';' -> 44;
            case ':' -> 45;
            case '/' -> 46;
            case NormalText.TARGET -> 47;
            case NormalText.OTHER -> 48;
            case '<' -> 49;
            case '=' -> 50;
            case '>' -> 51;
            case '%' -> 52;
            default -> 0;
        };
    }
}
