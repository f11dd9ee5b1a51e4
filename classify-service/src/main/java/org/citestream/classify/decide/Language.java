package org.citestream.classify.decide;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Detects sentences that are certainly not English, by the function words that every English sentence contains; a short
 * sentence gets the benefit of the doubt. Non-Latin scripts are detected at once.
 */
public final class Language {

    private static final int LONG_ENOUGH = 12;
    private static final int[] ENGLISH = hashes(
            "the", "of", "and", "in", "to", "is", "are", "was", "were", "that", "with", "for", "by", "as", "this",
            "these", "we", "our", "from", "on", "have", "has", "been", "not", "which", "at", "be", "it", "an", "or",
            "their", "they", "between", "other", "than", "study", "studies", "results", "using", "used", "also");
    private static final int[] OTHERS = hashes(
            "de", "la", "el", "los", "las", "que", "del", "una", "por", "con", "para", "der", "die", "das", "und",
            "ist", "nicht", "mit", "von", "den", "le", "les", "des", "est", "dans", "une", "et", "pour", "il", "che",
            "della", "sono", "os", "da", "em", "um", "uma", "nos", "het", "een", "van", "voor", "zijn", "och", "att",
            "som", "na", "se", "w", "nie", "jest", "pri", "ve", "bir", "bu");

    private Language() {}

    /** False only where it is quite sure. */
    public static boolean mayBeEnglish(NormalText text, Optional<String> language) {
        int english = 0;
        int others = 0;
        int words = 0;
        int latin = 0;
        int letters = 0;
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetter(c)) {
                letters++;
                latin += c < 0x250 ? 1 : 0;
                from = from < 0 ? i : from;
            } else if (from >= 0) {
                words++;
                int kind = kind(text, from, i);
                english += kind > 0 ? 1 : 0;
                others += kind < 0 ? 1 : 0;
                from = -1;
            }
        }
        if (letters > 0 && 2 * latin < letters) {
            return false;
        }
        boolean declared = language.map(tag -> !tag.toLowerCase(Locale.ROOT).startsWith("en"))
                .orElse(false);
        if (others > 1 && others > english) {
            return false;
        }
        return !(declared && words >= LONG_ENOUGH && english == 0);
    }

    private static int kind(NormalText text, int from, int to) {
        if (to - from > 8) {
            return 0;
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return Arrays.binarySearch(ENGLISH, hash) >= 0 ? 1 : Arrays.binarySearch(OTHERS, hash) >= 0 ? -1 : 0;
    }

    /** Hashes instead of words, so that looking one up makes no string; short words do not collide in practice. */
    private static int[] hashes(String... words) {
        return Arrays.stream(words).mapToInt(String::hashCode).sorted().toArray();
    }
}
