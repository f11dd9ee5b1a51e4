package org.citestream.query.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a printed reference has a title, and how much that place is like it.
 *
 * @param from first character in the text without addresses
 * @param to behind the last one
 * @param likeness 0 to 1
 */
record TitleSpan(int from, int to, double likeness) {

    private static final TitleSpan NOWHERE = new TitleSpan(0, 0, 0);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern BEFORE = Pattern.compile("(?:^|[\\p{P}\\p{N}])\\s*$");
    private static final Pattern BEHIND = Pattern.compile("\\s*(?:$|[\\p{P}\\p{N}])");
    private static final double LEAST = 0.6;

    /** The most similar stretch of as many words as the title has. */
    static TitleSpan of(String text, String title) {
        if (title == null) {
            return NOWHERE;
        }
        List<int[]> places = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            places.add(new int[] {word.start(), word.end()});
            words.add(ComparedText.letters(word.group()));
        }
        int length = Math.min(ComparedText.words(title).size(), words.size());
        Set<String> wanted = new HashSet<>(ComparedText.words(title));
        String letters = ComparedText.letters(title);
        TitleSpan best = NOWHERE;
        for (int i = 0; length > 0 && i + length <= words.size(); i++) {
            long shared = words.subList(i, i + length).stream()
                    .filter(wanted::contains)
                    .count();
            if (shared * 2 >= length) {
                // A hyphen more or less makes the stretch a word longer or shorter.
                for (int size = Math.max(1, length - 1); size <= length + 1 && i + size <= words.size(); size++) {
                    double alike = ComparedText.likenessOfLetters(String.join("", words.subList(i, i + size)), letters);
                    if (alike > best.likeness) {
                        best = new TitleSpan(places.get(i)[0], places.get(i + size - 1)[1], alike);
                    }
                }
            }
        }
        return best.likeness >= LEAST ? best : NOWHERE;
    }

    /** Whether a text that has the title ends a sentence before it and at its end: it is no piece of a longer title. */
    boolean standsAlone(String text) {
        return BEFORE.matcher(text.substring(0, from)).find()
                && BEHIND.matcher(text.substring(Math.min(to, text.length()))).lookingAt();
    }

    /** Whether the text has the title, perhaps with slips. */
    boolean found() {
        return to > 0;
    }
}
