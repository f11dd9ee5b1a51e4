package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.ingest.article.Author;

/**
 * Reads year, authors and title out of a citation that nobody tagged, where its style leaves no doubt; what is doubtful
 * stays unknown. Stateless.
 */
final class PlainCitation {
    private static final int LONGEST = 2_000;
    private static final int LEAST_TITLE_WORDS = 3;
    private static final int LEAST_TITLE_LETTERS = 12;

    private static final String FAMILY =
            "(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]u|[Dd]i|[Dd]a|[Ll]a|[Ll]e|[Dd]os|[Tt]en|[Tt]er|[Ee]l|[Aa]l)[ -])*"
                    + "\\p{Lu}[\\p{L}'’-]+(?:[ -]\\p{Lu}[\\p{L}'’-]+)?";
    private static final String DOTTED = "\\p{Lu}\\p{Ll}?\\.(?:[ -]?\\p{Lu}\\p{Ll}?\\.)*";
    private static final String BARE = "(?!I{2,3}\\b|IV\\b)\\p{Lu}{1,3}(?:-\\p{Lu})?";

    /** {@code Doe, J. K.}, {@code Doe J.K.}, {@code Doe JK}. */
    private static final String NAME = FAMILY + "(?:,? " + DOTTED + "|,? " + BARE + "(?!\\p{L}|\\.\\S))";

    private static final String ET_AL = "(?:,? (?:et al\\.?|and others)|,? ?…)";
    private static final Pattern AUTHORS = Pattern.compile(
            "^(" + NAME + "(?:(?:[,;] ?(?:(?:and|&) )?| (?:and|&) )" + NAME + "){0,60})(" + ET_AL + ")?");
    private static final Pattern ONE =
            Pattern.compile("(" + FAMILY + "),? (" + DOTTED + "|" + BARE + "(?!\\p{L}|\\.\\S))");

    private static final Pattern YEAR_AFTER = Pattern.compile(
            "^[.,]? ?\\(((?:1[5-9]|20)\\d\\d)[a-z]?(?:, [^)]{0,20})?\\)[.:,]? ?|^[.,]? ?((?:1[5-9]|20)\\d\\d)[a-z]?[.:] ");

    /** Up to the stop that a journal, a place or the end follows. */
    private static final Pattern TITLE_TO_STOP =
            Pattern.compile("^[“\"‘]?([\\p{Lu}\\d][^“”]{8,400}?[^\\s.])[.?!][”\"’]? (?=[\\p{Lu}\\d]|https?|doi|In: )");

    /** The colon's style: {@code : Title, J. Abbrev., 12, 3–9, 2005.} */
    private static final Pattern TITLE_TO_JOURNAL = Pattern.compile(
            "^([\\p{Lu}\\d].{8,400}?), (?=\\p{Lu}[\\p{L}. &-]{1,60}, \\d{1,4}(?:\\(\\d+\\))?, [\\dA-Ze])");

    /** The book around a chapter. */
    private static final Pattern WITHIN = Pattern.compile("[.?!,]? (?:In: |in:? (?=\\p{Lu}.*,? eds?$)).*");

    /** The stop was an abbreviation's. */
    private static final Pattern CUT_SHORT =
            Pattern.compile("(?:[\\s(\\[]\\p{L}|\\b(?:eds?|ser|[Pp]rof|[Dd]r|[Ss]t|vs|var|subsp|cf|[Nn]o|[Vv]ol))$");

    private static final Pattern YEAR = Pattern.compile("(?<![\\d/.-])((?:1[5-9]|20)\\d\\d)(?![\\d/])");
    private static final Pattern YEAR_IN_BRACKETS = Pattern.compile("\\(((?:1[5-9]|20)\\d\\d)[a-z]?\\)");
    private static final Pattern YEAR_BEFORE_VOLUME = Pattern.compile("(?<![\\d/.–-])((?:1[5-9]|20)\\d\\d)[a-z]?;");
    private static final Pattern YEAR_AT_END = Pattern.compile("(?<![\\d/.–-])((?:1[5-9]|20)\\d\\d)[a-z]?\\)?\\.?$");
    private static final Pattern NO_YEAR = Pattern.compile(
            "(?i)\\b(?:accessed|retrieved|visited|consulted|cited|zugriff|acesso|acceso)\\b.*|https?://\\S+|10\\.\\d{4,}/\\S+|\\d+ ?[–-] ?\\d+");

    private PlainCitation() {}

    /** Fills a draft that has no field at all from its text. */
    static void fill(ReferenceDraft draft) {
        if (draft.raw == null || draft.raw.length() > LONGEST || !draft.untagged()) {
            return;
        }
        String text = draft.raw;
        Matcher authors = AUTHORS.matcher(text);
        if (authors.find()) {
            afterAuthors(draft, authors, text.substring(authors.end()));
        }
        if (draft.year == null) {
            draft.year = year(text);
        }
    }

    private static void afterAuthors(ReferenceDraft draft, Matcher authors, String rest) {
        String title = null;
        Integer year = null;
        Matcher dated = YEAR_AFTER.matcher(rest);
        if (dated.find()) {
            year = Integer.valueOf(dated.group(1) == null ? dated.group(2) : dated.group(1));
            title = title(TITLE_TO_STOP, rest.substring(dated.end()));
        } else if (rest.startsWith(": ")) {
            title = title(TITLE_TO_JOURNAL, rest.substring(2));
        } else {
            boolean stop = authors.group().strip().endsWith(".");
            String behind = rest.startsWith(". ") ? rest.substring(2) : stop ? rest.stripLeading() : "";
            title = title(TITLE_TO_STOP, behind);
        }
        if (title == null && year == null) {
            return;
        }
        draft.title = title;
        draft.year = year;
        draft.truncated |= authors.group(2) != null;
        draft.authors.addAll(names(authors.group(1)));
    }

    private static String title(Pattern form, String text) {
        Matcher found = form.matcher(text);
        if (!found.find()) {
            return null;
        }
        String title = WITHIN.matcher(found.group(1)).replaceFirst("").strip();
        long letters = title.codePoints().filter(Character::isLetter).count();
        boolean telling = letters >= LEAST_TITLE_LETTERS && title.split(" ", -1).length >= LEAST_TITLE_WORDS;
        boolean whole = balanced(title)
                && !ONE.matcher(title).lookingAt()
                && !CUT_SHORT.matcher(title).find();
        return telling && whole && letters * 2 > title.length() ? title : null;
    }

    private static boolean balanced(String title) {
        return count(title, '(') == count(title, ')') && count(title, '[') == count(title, ']');
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    private static List<Author> names(String text) {
        List<Author> authors = new ArrayList<>();
        Matcher one = ONE.matcher(text);
        while (one.find()) {
            authors.add(Author.person(one.group(1), one.group(2).strip()));
        }
        return authors;
    }

    /** The one year of the work: that in brackets, before the volume or at the end; else the only one there is. */
    private static Integer year(String text) {
        String dates = NO_YEAR.matcher(text).replaceAll(" ").strip();
        for (Pattern place : List.of(YEAR_IN_BRACKETS, YEAR_BEFORE_VOLUME, YEAR_AT_END)) {
            Integer year = only(place, dates);
            if (year != null) {
                return year;
            }
        }
        return only(YEAR, dates);
    }

    /** What the pattern finds, if it finds one thing only. */
    private static Integer only(Pattern place, String text) {
        Matcher found = place.matcher(text);
        String year = null;
        while (found.find()) {
            if (year != null && !year.equals(found.group(1))) {
                return null;
            }
            year = found.group(1);
        }
        return year == null ? null : Integer.valueOf(year);
    }
}
