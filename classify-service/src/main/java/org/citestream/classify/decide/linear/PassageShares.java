package org.citestream.classify.decide.linear;

import java.util.Arrays;
import org.citestream.classify.decide.NormalText;

/**
 * How much each word of one passage moved a decision: what a feature weighs is shared out over the words it covers. Not safe
 * for use by several threads.
 */
final class PassageShares {

    private final double[] shares = new double[Tokens.MOST];
    private final boolean[] used = new boolean[Tokens.MOST];
    private Passage passage;

    /** Words next to each other that pull the same way: tokens [first, last] and their weight. */
    record WeightedRange(int first, int last, double weight) {}

    /** Begins with a passage that nothing has moved yet. */
    void begin(Passage read) {
        passage = read;
        Arrays.fill(shares, 0, read.tokens().size(), 0);
        Arrays.fill(used, 0, read.tokens().size(), false);
    }

    /** Shares a weight out over the words at [from, to) of the normal text. */
    void add(int from, int to, double weight) {
        Tokens tokens = passage.tokens();
        int first = tokens.at(from);
        int last = first;
        while (last + 1 < tokens.size() && tokens.from(last + 1) < to) {
            last++;
        }
        double share = first == last ? weight : weight / (last - first + 1);
        for (int t = first; t <= last && t < tokens.size(); t++) {
            shares[t] += share;
        }
    }

    /** How much the word that moved most, and is not taken yet, moved; 0 if there is none. */
    double strongest() {
        int best = best();
        return best < 0 ? 0 : Math.abs(shares[best]);
    }

    /** Takes that word, and the words beside it that moved at least half as much the same way. */
    WeightedRange take() {
        int best = best();
        double least = Math.abs(shares[best]) / 2;
        int first = best;
        int last = best;
        double weight = shares[best];
        used[best] = true;
        while (first > 0 && belongs(first - 1, shares[best], least)) {
            first--;
            used[first] = true;
            weight += shares[first];
        }
        while (last + 1 < passage.tokens().size() && belongs(last + 1, shares[best], least)) {
            last++;
            used[last] = true;
            weight += shares[last];
        }
        return new WeightedRange(first, last, weight);
    }

    private int best() {
        int best = -1;
        for (int t = 0; t < passage.tokens().size(); t++) {
            if (!used[t] && isWord(t) && (best < 0 || Math.abs(shares[t]) > Math.abs(shares[best]))) {
                best = t;
            }
        }
        return best;
    }

    private boolean belongs(int token, double with, double least) {
        return !used[token] && isWord(token) && shares[token] * with > 0 && Math.abs(shares[token]) >= least;
    }

    private boolean isWord(int token) {
        char c = passage.text().charAt(passage.tokens().from(token));
        return Character.isLetterOrDigit(c) || c == NormalText.TARGET;
    }
}
