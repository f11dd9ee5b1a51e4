package org.citestream.ingest.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What tells titles of different works apart that look alike: a correction from its article, part I from part II, one gene
 * from another. Titles are normalised, see {@link Work}. Stateless.
 */
final class Titles {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|[ivx]+");
    private static final Set<String> NUMBER_WORDS = Set.of(
            "b", "c", "d", "e", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first",
            "second", "third", "fourth", "fifth");

    private static final Pattern NOTICE = Pattern.compile(
            "(?:(?:the )?(?:publisher|author|editorial|authors) (?:s )?)?(?:(correction|corrections|corrigendum"
                    + "|corrigenda|erratum|errata|addendum|retraction|retraction note|notice of retraction|expression of"
                    + " concern)|(comment|comments|commentary|comentario|response|responses|reply|replies|respuesta|rebuttal"
                    + "|letter|discussion|editorial|review|in reply|peer review))\\b.*");
    private static final Pattern NOTICE_BEHIND =
            Pattern.compile(".* (?:(correction|corrigendum|erratum|retraction)|(reply|authors reply|author reply))");

    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "of", "in", "on", "and", "for", "to", "by", "with", "from", "at", "as", "is", "its",
            "der", "die", "das", "und", "de", "la", "le", "les", "el", "et", "y");
    /** Words that a misprint does not lose and that make another work of a title. */
    private static final Set<String> TELLING = Set.of(
            "not", "no", "non", "without", "anti", "women", "men", "female", "male", "girls", "boys", "vitro", "vivo");

    private static final int LEAST_WORDS_AROUND = 6;

    private Titles() {}

    /** Whether one is a notice about a work, or an answer to it, and the other is not of that kind. */
    static boolean differInKind(String one, String other) {
        return !kind(one).equals(kind(other));
    }

    private static String kind(String title) {
        for (Pattern form : List.of(NOTICE, NOTICE_BEHIND)) {
            Matcher found = form.matcher(title);
            if (found.matches()) {
                return found.group(1) != null ? "notice" : "answer";
            }
        }
        return "";
    }

    /** Whether the numbers in them differ, in digits, letters or words. */
    static boolean differInNumber(String one, String other) {
        return !numbers(one).equals(numbers(other));
    }

    private static List<String> numbers(String title) {
        return Stream.of(title.split(" ", -1))
                .filter(word -> NUMBER.matcher(word).matches() || NUMBER_WORDS.contains(word))
                .sorted()
                .toList();
    }

    /** Whether each has a word of its own that no misprint makes of a word of the other. */
    static boolean differInWords(String one, String other) {
        List<String> left = telling(one);
        List<String> right = telling(other);
        List<String> shared = new ArrayList<>(left);
        List<String> rightOnly = new ArrayList<>(right);
        shared.removeIf(word -> !rightOnly.remove(word));
        List<String> leftOnly = new ArrayList<>(left);
        shared.forEach(leftOnly::remove);
        if (String.join("", leftOnly).equals(String.join("", rightOnly))) {
            return false;
        }
        leftOnly.removeIf(word -> takeMisprint(word, rightOnly));
        if (leftOnly.isEmpty() || rightOnly.isEmpty()) {
            List<String> more = leftOnly.isEmpty() ? rightOnly : leftOnly;
            return more.stream().anyMatch(TELLING::contains) || (more.size() > 0 && shared.size() < LEAST_WORDS_AROUND);
        }
        return true;
    }

    private static List<String> telling(String title) {
        return Stream.of(title.split(" ", -1))
                .filter(word -> !SMALL.contains(word))
                .toList();
    }

    private static boolean takeMisprint(String word, List<String> others) {
        for (int i = 0; i < others.size(); i++) {
            if (isMisprint(word, others.get(i))) {
                others.remove(i);
                return true;
            }
        }
        return false;
    }

    /** One letter in four may be wrong, two at the most; of short words, which are names and symbols, none. */
    private static boolean isMisprint(String one, String other) {
        int most = Math.min(2, Math.min(one.length(), other.length()) / 4);
        return most > 0 && Math.abs(one.length() - other.length()) <= most && distance(one, other) <= most;
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
