package org.citestream.ingest.parse;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels of works that share an entry, {@code 1a} and {@code 1b}, and the letters by which markers call them. Stateless. */
final class WorkLabels {
    private static final Pattern PRINTED = Pattern.compile("^\\(?([a-zA-H]|i{2,3}|iv)\\)");
    private static final Pattern LETTER = Pattern.compile("^\\W*([a-z])\\W*$");
    private static final Pattern OF_LABEL = Pattern.compile("\\d\\W?([a-z])\\W*$");
    private static final Pattern OF_MARKER =
            Pattern.compile("\\d\\s?\\(?([a-z](?:\\s?[,–-]\\s?[a-z])*)\\)?[\\s\\])]*$|^\\W*([a-z])\\W*$");

    private WorkLabels() {}

    /**
     * The label of one work of an entry.
     *
     * @param entry the label of the entry, or null
     * @param own the label that the citation has, or null
     * @param raw its text, or null
     * @param several whether the entry holds other works too
     */
    static String label(String entry, String own, String raw, boolean several) {
        if (own != null) {
            Matcher letter = LETTER.matcher(own);
            return entry != null && letter.matches() ? joined(entry, letter.group(1)) : own;
        }
        Matcher printed = raw == null || !several ? null : PRINTED.matcher(raw);
        return printed != null && printed.lookingAt() && entry != null ? joined(entry, printed.group(1)) : entry;
    }

    private static String joined(String entry, String letter) {
        return entry.replaceFirst("^[\\[(]", "").replaceFirst("[.\\])]*$", "") + letter;
    }

    /** The letter of a label, or null. */
    static Character letterOf(String label) {
        Matcher letter = label == null ? null : OF_LABEL.matcher(label);
        return letter != null && letter.find()
                ? Character.valueOf(letter.group(1).charAt(0))
                : null;
    }

    /** The letters that a marker names, {@code 1a–c} has three; empty for a bare number. */
    static Set<Character> lettersIn(String marker) {
        Set<Character> letters = new HashSet<>();
        Matcher found = OF_MARKER.matcher(marker.toLowerCase(Locale.ROOT));
        if (!found.find()) {
            return letters;
        }
        String named = (found.group(1) == null ? found.group(2) : found.group(1)).replace(" ", "");
        for (int i = 0; i < named.length(); i++) {
            char c = named.charAt(i);
            boolean dash = (c == '-' || c == '–') && i > 0 && i + 1 < named.length();
            for (char between = dash ? named.charAt(i - 1) : c; dash && between < named.charAt(i + 1); between++) {
                letters.add(between);
            }
            if (Character.isLetter(c)) {
                letters.add(c);
            }
        }
        return letters;
    }
}
