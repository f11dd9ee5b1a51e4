package org.citestream.query.check;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.search.spell.LevenshteinDistance;

/** ComparedText as they are compared: without case, accents, punctuation and markup; Greek letters by name. Stateless. */
final class ComparedText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern GREEK = Pattern.compile("\\p{IsGreek}");
    private static final LevenshteinDistance EDITS = new LevenshteinDistance();

    private ComparedText() {}

    /** The words of a text. */
    static List<String> words(String text) {
        return Arrays.stream(NEITHER_LETTER_NOR_DIGIT.split(plain(text), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The letters and digits of a text, so that hyphens and spaces make no difference. */
    static String letters(String text) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(plain(text)).replaceAll("");
    }

    /** How much two texts are alike, 0 to 1: 1 minus the edits from one to the other per letter of the longer one. */
    static double likeness(String one, String other) {
        return likenessOfLetters(letters(one), letters(other));
    }

    /** The same of texts that are {@link #letters} already. */
    static double likenessOfLetters(String one, String other) {
        return EDITS.getDistance(one, other);
    }

    private static String plain(String text) {
        String decomposed = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("æ", "ae");
        return GREEK.matcher(decomposed).replaceAll(found -> nameOf(found.group()));
    }

    /** GREEK SMALL LETTER ALPHA is alpha. */
    private static String nameOf(String letter) {
        String name = Character.getName(letter.codePointAt(0));
        return name == null ? "" : name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }
}
