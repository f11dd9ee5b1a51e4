package org.citestream.classify.decide.linear;

import org.citestream.classify.decide.NormalText;
import org.citestream.classify.decide.Span;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.cue.CueAutomaton;

/**
 * Turns a statement into hashed features, in groups that are normalised one by one. Reads the citing sentence with the
 * target's markers set off from all others; the sentences around it are not read, for none of the labelled sets has
 * them. Reuses its buffers: no allocation once they are large enough. Not safe for use by several threads.
 */
public final class Features {

    /** Buckets of the hash; a power of two. */
    public static final int BUCKETS = 1 << 18;
    /** Groups of features, each scaled to unit length and then by its weight. */
    public static final int GROUPS = 4;

    static final int WORDS = 0;
    static final int LETTERS = 1;
    static final int CUES = 2;
    static final int STANDING = 3;

    /** How much each group counts, chosen on development data. */
    static final float[] GROUP_WEIGHT = {1.0f, 0.8f, 1.0f, 0.7f};

    private final NormalText text = new NormalText();
    private final Tokens tokens = new Tokens();
    private final FeatureSet set = new FeatureSet();
    private final WordFeatures words = new WordFeatures(set);
    private final StandingFeatures standing = new StandingFeatures(set);
    private final CueFeatures cues;

    public Features(CueAutomaton automaton) {
        this.cues = new CueFeatures(automaton, set);
    }

    /** Reads a statement; what was read before is gone. */
    public Features read(Statement statement) {
        set.clear();
        text.read(statement.text(), statement.markers());
        int target = text.target();
        tokens.read(text);
        words.words(tokens);
        words.letters(text);
        cues.read(text, target, statement);
        standing.read(text, target, statement);
        return this;
    }

    /** How many features the statement has. */
    public int size() {
        return set.size();
    }

    /** The bucket of feature {@code i}; all are different. */
    public int bucket(int i) {
        return set.bucket(i);
    }

    /** Where feature {@code i} stands in the normal text; an empty span for what stands nowhere. */
    int from(int i) {
        return set.from(i);
    }

    int to(int i) {
        return set.to(i);
    }

    int group(int i) {
        return set.group(i);
    }

    /** What every feature of a group counts. */
    float groupValue(int group) {
        return GROUP_WEIGHT[group] * set.unit(group);
    }

    /** What feature {@code i} counts. */
    public float value(int i) {
        return groupValue(set.group(i));
    }

    Tokens tokens() {
        return tokens;
    }

    NormalText text() {
        return text;
    }

    /** Words with at least three letters; without any there is nothing to decide by. */
    int realWords() {
        return tokens.realWords(text);
    }

    /** The longest cue that touches a stretch of the normal text, or -1. */
    int longestCue(int from, int to) {
        return cues.longest(from, to);
    }

    /** Where a stretch of the normal text stands in the sentence. */
    Span original(int from, int to) {
        return text.original(from, to);
    }
}
