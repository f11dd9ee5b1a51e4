package org.citestream.classify.decide.linear;

import org.citestream.classify.decide.NormalText;
import org.citestream.classify.decide.Span;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.cue.CueAutomaton;
import org.citestream.classify.decide.cue.CueClass;

/**
 * Turns a statement into hashed features, in groups that are normalised one by one: words, letters, cues, standing.
 * Reads the citing sentence with the target's markers set off from all others; the sentences around it are not read,
 * for none of the labelled sets has them. Reuses its buffers: no allocation once they are large enough. Not safe for
 * use by several threads.
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

    private static final int WINDOW = 4;
    private static final int NEAR = 40;
    private static final int MAX_TOKENS = 400;
    private static final int MAX_LETTERS = 1200;
    private static final int MAX_CUES = 256;
    private static final int KINDS = CueClass.values().length;

    private final CueAutomaton automaton;
    private final NormalText text = new NormalText();
    private final int[] tokenFrom = new int[MAX_TOKENS];
    private final int[] tokenTo = new int[MAX_TOKENS];
    private final int[] tokenHash = new int[MAX_TOKENS];
    private int tokens;

    private final int[] stamp = new int[BUCKETS];
    private int turn;
    private int[] buckets = new int[4096];
    private int[] froms = new int[4096];
    private int[] tos = new int[4096];
    private byte[] groups = new byte[4096];
    private int size;
    private final int[] groupSize = new int[GROUPS];

    private final int[] firstOf = new int[KINDS];
    private final int[] lastOf = new int[KINDS];
    private final int[] nearestOf = new int[KINDS];
    private int target;
    private final int[] cueHit = new int[MAX_CUES];
    private final int[] cueFrom = new int[MAX_CUES];
    private final int[] cueTo = new int[MAX_CUES];
    private int cueHits;

    public Features(CueAutomaton automaton) {
        this.automaton = automaton;
    }

    /** The longest cue that touches a stretch of the normal text, or -1. */
    int longestCue(int from, int to) {
        int longest = -1;
        int length = 0;
        for (int i = 0; i < cueHits; i++) {
            if (cueFrom[i] < to && cueTo[i] > from && cueTo[i] - cueFrom[i] > length) {
                longest = cueHit[i];
                length = cueTo[i] - cueFrom[i];
            }
        }
        return longest;
    }

    /** Reads a statement; what was read before is gone. */
    public Features read(Statement statement) {
        clear();
        text.read(statement.text(), statement.markers());
        target = text.target();
        tokenise();
        words();
        letters();
        cues();
        standing(statement);
        return this;
    }

    /** How many features the statement has. */
    public int size() {
        return size;
    }

    /** The bucket of feature {@code i}; all are different. */
    public int bucket(int i) {
        return buckets[i];
    }

    /** Where feature {@code i} stands in the normal text; an empty span for what stands nowhere. */
    int from(int i) {
        return froms[i];
    }

    int to(int i) {
        return tos[i];
    }

    int group(int i) {
        return groups[i];
    }

    /** What every feature of a group counts. */
    float groupValue(int group) {
        return groupSize[group] == 0 ? 0 : GROUP_WEIGHT[group] / (float) Math.sqrt(groupSize[group]);
    }

    /** What feature {@code i} counts. */
    public float value(int i) {
        return groupValue(groups[i]);
    }

    int tokens() {
        return tokens;
    }

    int tokenFrom(int token) {
        return tokenFrom[token];
    }

    int tokenTo(int token) {
        return tokenTo[token];
    }

    NormalText text() {
        return text;
    }

    /** Words with at least three letters; without any there is nothing to decide by. */
    int realWords() {
        int real = 0;
        for (int i = 0; i < tokens; i++) {
            if (tokenTo[i] - tokenFrom[i] > 2 && Character.isLetter(text.charAt(tokenFrom[i]))) {
                real++;
            }
        }
        return real;
    }

    private void clear() {
        size = 0;
        tokens = 0;
        cueHits = 0;
        turn++;
        java.util.Arrays.fill(groupSize, 0);
        java.util.Arrays.fill(firstOf, -1);
        java.util.Arrays.fill(lastOf, -1);
        java.util.Arrays.fill(nearestOf, Integer.MAX_VALUE);
    }

    private void tokenise() {
        int length = text.length();
        int at = 0;
        while (at < length && tokens < MAX_TOKENS) {
            char c = text.charAt(at);
            if (c == ' ') {
                at++;
                continue;
            }
            int from = at;
            int hash = 0;
            if (Character.isLetterOrDigit(c)) {
                boolean digits = true;
                while (at < length && isInner(text.charAt(at))) {
                    char d = text.charAt(at);
                    digits &= (d >= '0' && d <= '9') || d == '.' || d == '-';
                    hash = hash * 31 + d;
                    at++;
                }
                // Numbers differ without meaning a difference.
                hash = digits ? 7 : hash;
            } else {
                hash = c;
                at++;
            }
            tokenFrom[tokens] = from;
            tokenTo[tokens] = at;
            tokenHash[tokens] = Hash.mix(hash);
            tokens++;
        }
    }

    private static boolean isInner(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '\'' || c == '.';
    }

    private void words() {
        int targetToken = targetToken();
        for (int i = 0; i < tokens; i++) {
            int h1 = tokenHash[i];
            add(WORDS, Hash.of(1, h1), tokenFrom[i], tokenTo[i]);
            if (i + 1 < tokens) {
                int h2 = Hash.of(h1, tokenHash[i + 1]);
                add(WORDS, Hash.of(2, h2), tokenFrom[i], tokenTo[i + 1]);
                if (i + 2 < tokens) {
                    add(WORDS, Hash.of(3, Hash.of(h2, tokenHash[i + 2])), tokenFrom[i], tokenTo[i + 2]);
                }
            }
            int distance = i - targetToken;
            if (targetToken >= 0 && distance != 0 && Math.abs(distance) <= WINDOW) {
                add(WORDS, Hash.of(distance < 0 ? 4 : 5, h1), tokenFrom[i], tokenTo[i]);
            }
        }
    }

    private int targetToken() {
        for (int i = 0; i < tokens; i++) {
            if (text.charAt(tokenFrom[i]) == NormalText.TARGET) {
                return i;
            }
        }
        return -1;
    }

    private void letters() {
        int length = Math.min(text.length(), MAX_LETTERS);
        for (int i = 0; i + 2 < length; i++) {
            int h = Hash.of(text.charAt(i), text.charAt(i + 1));
            h = Hash.of(h, text.charAt(i + 2));
            add(LETTERS, h, i, i + 3);
            if (i + 3 < length) {
                h = Hash.of(h, text.charAt(i + 3));
                add(LETTERS, h, i, i + 4);
                if (i + 4 < length) {
                    h = Hash.of(h, text.charAt(i + 4));
                    add(LETTERS, h, i, i + 5);
                }
            }
        }
    }

    private void cues() {
        automaton.scan(text, this::cue);
        for (int a = 0; a < KINDS; a++) {
            if (firstOf[a] >= 0) {
                for (int b = a + 1; b < KINDS; b++) {
                    if (firstOf[b] >= 0) {
                        add(CUES, Hash.of(30 + a, b), -1, -1);
                        add(CUES, Hash.of(60 + a, firstOf[a] < firstOf[b] ? b : -b - 1), -1, -1);
                    }
                }
            }
        }
        pairWithOwn(CueClass.AGREEMENT, 91);
        pairWithOwn(CueClass.DISAGREEMENT, 93);
        pairWithOwn(CueClass.COMPARISON, 95);
    }

    /** Agreement without own evidence is a mention: the absence is worth a feature of its own. */
    private void pairWithOwn(CueClass kind, int salt) {
        if (firstOf[kind.number()] < 0) {
            return;
        }
        boolean own = firstOf[CueClass.OWN_EVIDENCE.number()] >= 0;
        boolean person = firstOf[CueClass.FIRST_PERSON.number()] >= 0;
        boolean reported = firstOf[CueClass.REPORTED.number()] >= 0;
        add(CUES, Hash.of(salt, (own ? 4 : 0) + (person ? 2 : 0) + (reported ? 1 : 0)), -1, -1);
        add(CUES, Hash.of(salt + 1, own || person ? 1 : 0), -1, -1);
    }

    private void cue(int cue, int from, int to) {
        if (cueHits < MAX_CUES) {
            cueHit[cueHits] = cue;
            cueFrom[cueHits] = from;
            cueTo[cueHits] = to;
            cueHits++;
        }
        int kind = automaton.cues().get(cue).kind().number();
        if (firstOf[kind] < 0) {
            firstOf[kind] = from;
        }
        lastOf[kind] = from;
        add(CUES, Hash.of(10, kind), from, to);
        add(CUES, Hash.of(11, cue), from, to);
        if (target >= 0) {
            boolean before = from < target;
            int distance = before ? target - to : from - target;
            nearestOf[kind] = Math.min(nearestOf[kind], distance);
            int side = (before ? 0 : 2) + (distance <= NEAR ? 0 : 1);
            add(CUES, Hash.of(12 + side, kind), from, to);
            if (distance <= NEAR) {
                add(CUES, Hash.of(before ? 16 : 17, cue), from, to);
            }
        }
        boolean negated = lastOf[CueClass.NEGATION.number()] >= 0
                && from - lastOf[CueClass.NEGATION.number()] <= 25
                && kind != CueClass.NEGATION.number();
        if (negated) {
            add(CUES, Hash.of(18, kind), from, to);
        }
        if (from < 25) {
            add(CUES, Hash.of(19, kind), from, to);
        }
    }

    private void standing(Statement statement) {
        add(STANDING, Hash.of(100, Math.min(statement.groupSize(), 5)), -1, -1);
        statement.section().ifPresent(section -> add(STANDING, Hash.of(101, section.number()), -1, -1));
        heading(statement.heading());
        int length = Math.max(1, text.length());
        add(STANDING, Hash.of(102, target < 0 ? 9 : 5 * target / length), -1, -1);
        add(STANDING, Hash.of(103, Math.min(length / 60, 6)), -1, -1);
        int others = 0;
        int numbers = 0;
        for (int i = 0; i < length && i < text.length(); i++) {
            char c = text.charAt(i);
            others += c == NormalText.OTHER ? 1 : 0;
            numbers += c == '%' || c == '\u00b1' || c == '=' ? 1 : 0;
        }
        add(STANDING, Hash.of(104, Math.min(others, 4)), -1, -1);
        add(STANDING, Hash.of(105, Math.min(numbers, 3)), -1, -1);
        add(STANDING, Hash.of(106, target < 0 ? 2 : endsAt(target) ? 1 : 0), -1, -1);
    }

    /** Whether nothing but punctuation follows: a parenthetical citation at the sentence's end. */
    private boolean endsAt(int from) {
        for (int i = from + 1; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void heading(String heading) {
        int hash = 0;
        int letters = 0;
        int length = Math.min(heading.length(), 200);
        for (int i = 0; i <= length; i++) {
            char c = i < length ? Character.toLowerCase(heading.charAt(i)) : ' ';
            if (Character.isLetter(c)) {
                hash = hash * 31 + c;
                letters++;
            } else if (letters > 0) {
                if (letters > 2) {
                    add(STANDING, Hash.of(107, hash), -1, -1);
                }
                hash = 0;
                letters = 0;
            }
        }
    }

    private void add(int group, int hash, int from, int to) {
        int bucket = Hash.of(group * 0x9E3779B9, hash) & (BUCKETS - 1);
        if (stamp[bucket] == turn) {
            return;
        }
        stamp[bucket] = turn;
        if (size == buckets.length) {
            grow();
        }
        buckets[size] = bucket;
        froms[size] = from;
        tos[size] = to;
        groups[size] = (byte) group;
        groupSize[group]++;
        size++;
    }

    private void grow() {
        buckets = java.util.Arrays.copyOf(buckets, 2 * size);
        froms = java.util.Arrays.copyOf(froms, 2 * size);
        tos = java.util.Arrays.copyOf(tos, 2 * size);
        groups = java.util.Arrays.copyOf(groups, 2 * size);
    }

    /** Where a stretch of the normal text stands in the sentence. */
    Span original(int from, int to) {
        return text.original(from, to);
    }
}
