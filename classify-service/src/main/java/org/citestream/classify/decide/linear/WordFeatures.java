package org.citestream.classify.decide.linear;

import org.citestream.classify.decide.NormalText;

/** Words one to three at a time, words beside the target, and letters three to five at a time. */
final class WordFeatures {

    private static final int WINDOW = 4;
    private static final int MOST_LETTERS = 1200;

    private final FeatureSet set;

    WordFeatures(FeatureSet set) {
        this.set = set;
    }

    void words(Tokens tokens) {
        int target = tokens.target();
        for (int i = 0; i < tokens.size(); i++) {
            int one = tokens.hash(i);
            set.add(Features.WORDS, Hash.of(1, one), tokens.from(i), tokens.to(i));
            if (i + 1 < tokens.size()) {
                int two = Hash.of(one, tokens.hash(i + 1));
                set.add(Features.WORDS, Hash.of(2, two), tokens.from(i), tokens.to(i + 1));
                if (i + 2 < tokens.size()) {
                    int three = Hash.of(two, tokens.hash(i + 2));
                    set.add(Features.WORDS, Hash.of(3, three), tokens.from(i), tokens.to(i + 2));
                }
            }
            int distance = i - target;
            if (target >= 0 && distance != 0 && Math.abs(distance) <= WINDOW) {
                set.add(Features.WORDS, Hash.of(distance < 0 ? 4 : 5, one), tokens.from(i), tokens.to(i));
            }
        }
    }

    void letters(NormalText text) {
        int length = Math.min(text.length(), MOST_LETTERS);
        for (int i = 0; i + 2 < length; i++) {
            int h = Hash.of(text.charAt(i), text.charAt(i + 1));
            h = Hash.of(h, text.charAt(i + 2));
            set.add(Features.LETTERS, h, i, i + 3);
            if (i + 3 < length) {
                h = Hash.of(h, text.charAt(i + 3));
                set.add(Features.LETTERS, h, i, i + 4);
                if (i + 4 < length) {
                    h = Hash.of(h, text.charAt(i + 4));
                    set.add(Features.LETTERS, h, i, i + 5);
                }
            }
        }
    }
}
