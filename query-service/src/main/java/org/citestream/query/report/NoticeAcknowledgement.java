package org.citestream.query.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a sentence acknowledges that the work it cites was retracted, withdrawn, doubted or corrected. The rule, for
 * English: a word of that kind ({@code retracted}, {@code retraction}, {@code withdrawn},
 * {@code expression of concern}, {@code corrigendum} …) occurs at most {@value #NEAR} characters from a marker of the
 * citation, and either such a phrase is unmistakable by itself ({@code has been retracted}, {@code since retracted},
 * {@code retraction notice}, {@code [retracted]}, {@code expression of concern}) or a word for a publication
 * ({@code paper, article, study, work, report, trial, journal, authors} …) occurs as near. Retraction of a limb or a
 * wound alone does not count. Pure.
 */
final class NoticeAcknowledgement {

    /** Maximum number of characters between the word and the marker, about a dozen words. */
    static final int NEAR = 80;

    private static final Map<String, String> WORDS = Map.of(
            "retraction", "retract(?:ed|ions?)|withdrawn",
            "withdrawal", "withdrawn|withdrawals?|retract(?:ed|ions?)",
            "expression-of-concern", "expressions? of concern|retract(?:ed|ions?)",
            "erratum", "errat(?:um|a)|corrigend(?:um|a)|correct(?:ed|ions?)",
            "correction", "errat(?:um|a)|corrigend(?:um|a)|correct(?:ed|ions?)");

    private static final Pattern UNMISTAKABLE = pattern("(?:(?:has|have|had)(?: (?:since|now|later|recently|"
            + "subsequently|already))? been|since|now)"
            + " ?(?:retracted|withdrawn)|(?:retraction|withdrawal) (?:notice|note|of (?:the|this|that|their|its)"
            + " (?:paper|article|study|work|report|publication))|[\\[(](?:now |since )?(?:retracted|withdrawn)\\b"
            + "|retracted(?::| (?:paper|article|study|work|publication|report|trial))"
            + "|expressions? of concern|errat(?:um|a)|corrigend(?:um|a)");

    private static final Pattern PUBLICATION = pattern(
            "(?:papers?|articles?|stud(?:y|ies)|works?|reports?|publications?|trials?|journals?|authors?|editors?|notices?)");

    private NoticeAcknowledgement() {}

    /** A regular expression for the words of several kinds. */
    static String words(Set<String> kinds) {
        return kinds.stream().map(WORDS::get).distinct().sorted().collect(Collectors.joining("|"));
    }

    static boolean of(String kind, String text, List<int[]> markers) {
        Matcher word = pattern("(?:" + WORDS.getOrDefault(kind, "retract(?:ed|ions?)") + ")")
                .matcher(text);
        while (word.find()) {
            if (near(word.start(), word.end(), markers)
                    && (touches(UNMISTAKABLE, text, word, 0) || touches(PUBLICATION, text, word, NEAR))) {
                return true;
            }
        }
        return false;
    }

    private static boolean near(int start, int end, List<int[]> markers) {
        return markers.stream().anyMatch(marker -> start - marker[1] <= NEAR && marker[0] - end <= NEAR);
    }

    /** Whether a match of the pattern overlaps the word or is at most this many characters away. */
    private static boolean touches(Pattern pattern, String text, Matcher word, int distance) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (matcher.start() <= word.end() + distance && matcher.end() >= word.start() - distance) {
                return true;
            }
        }
        return false;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile("(?<![\\p{L}])" + regex + "(?![\\p{L}])", Pattern.CASE_INSENSITIVE);
    }
}
