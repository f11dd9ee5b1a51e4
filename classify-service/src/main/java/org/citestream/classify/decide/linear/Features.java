package org.citestream.classify.decide.linear;

import org.citestream.classify.decide.NormalText;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.cue.CueAutomaton;

/**
 * Turns a statement into hashed features, in groups that are normalised one by one. Reads the citing sentence with the
 * target's markers set off from all others, and the sentences around it in groups of their own, so that a word of a neighbour
 * never counts as one of the sentence. A group that has nothing to read is empty. Reuses its buffers: no allocation once they
 * are large enough. Not safe for use by several threads.
 */
public final class Features {

    /** Buckets of the hash; a power of two. */
    public static final int BUCKETS = 1 << 18;
    /** Groups of features, each scaled to unit length and then by its weight. */
    public static final int GROUPS = 7;

    static final int WORDS = 0;
    static final int LETTERS = 1;
    static final int CUES = 2;
    static final int STANDING = 3;
    static final int BEFORE = 4;
    static final int AFTER = 5;
    static final int AROUND = 6;

    /** How much each group counts, chosen on development data. */
    static final float[] GROUP_WEIGHT = {1.0f, 0.8f, 1.0f, 0.7f, 0.5f, 0.3f, 0.5f};

    private final Passage sentence = new Passage();
    private final FeatureSet set = new FeatureSet();
    private final WordFeatures words = new WordFeatures(set);
    private final PlacementFeatures standing = new PlacementFeatures(set);
    private final CueFeatures cues;
    private final NeighbourFeatures neighbours;

    public Features(CueAutomaton automaton) {
        this.cues = new CueFeatures(automaton, set);
        this.neighbours = new NeighbourFeatures(automaton, set);
    }

    /** Reads a statement; what was read before is gone. */
    public Features read(Statement statement) {
        set.clear();
        sentence.read(statement.text(), statement.markers());
        NormalText text = sentence.text();
        int target = text.target();
        words.words(sentence.tokens());
        words.letters(text);
        cues.read(text, target, statement);
        standing.read(text, target, statement);
        neighbours.read(statement, cues);
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

    NormalText text() {
        return sentence.text();
    }

    /** The sentence (0), the one before (1), the one after (2). */
    Passage passage(int place) {
        return switch (place) {
            case 1 -> neighbours.before();
            case 2 -> neighbours.after();
            default -> sentence;
        };
    }

    /** In which passage the words of a group stand. */
    static int place(int group) {
        return switch (group) {
            case BEFORE -> 1;
            case AFTER -> 2;
            default -> 0;
        };
    }

    /** Words with at least three letters; without any there is nothing to decide by. */
    int realWords() {
        return sentence.tokens().realWords(sentence.text());
    }

    /** The longest cue that touches a stretch of the normal text, or -1. */
    int longestCue(int from, int to) {
        return cues.longest(from, to);
    }
}
