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
    private static final String BARE =
            "(?:\\p{Lu}(?: \\p{Lu}){1,2}(?=,| and | (?:19|20)\\d\\d)|(?!I{2,3}\\b|IV\\b)\\p{Lu}{1,3}(?:-\\p{Lu})?)";

    /** {@code Doe, J. K.}, {@code Doe J.K.}, {@code Doe JK}. */
    private static final String NAME = FAMILY + "(?:,? " + DOTTED + "|,? " + BARE + "(?!\\p{L}|\\.\\S))";

    private static final String ET_AL = "(?:,? (?:et al\\.?|and others)|,? ?…)";
    private static final Pattern AUTHORS = Pattern.compile(
            "^(" + NAME + "(?:(?:[,;] ?(?:(?:and|&) )?| (?:and|&) )" + NAME + "){0,60})(" + ET_AL + ")?");
    private static final Pattern ONE =
            Pattern.compile("(" + FAMILY + "),? (" + DOTTED + "|" + BARE + "(?!\\p{L}|\\.\\S))");

    /** {@code J. K. Doe}, as engineers print names. */
    private static final String NAME_BEHIND = DOTTED + " ?" + FAMILY;

    private static final Pattern AUTHORS_BEHIND =
            Pattern.compile("^(" + NAME_BEHIND + "(?:(?:, ?(?:(?:and|&|e|et|y|und) )?| (?:and|&|e|et|y|und) )"
                    + NAME_BEHIND + "){0,60})(" + ET_AL + ")?[,.:]? ?(?=[“\"\\p{Lu}(])");
    private static final Pattern ONE_BEHIND = Pattern.compile("(" + DOTTED + ") ?(" + FAMILY + ")");

    /** {@code Doe, Jane K.}, {@code Doe, Jane K., and John Roe}, as the humanities do: sure before a year or a quoted title. */
    private static final Pattern FULL_NAMES = Pattern.compile(
            "^(" + FAMILY + "), (\\p{Lu}\\p{Ll}+(?:[ -]\\p{Lu}(?:\\p{Ll}+|\\.))*)"
                    + "((?:, (?:and )?|,? and )(?:\\p{Lu}[\\p{L}.’'-]+ ?){2,4})*(,? et al)?[.,]* (?=[“\"]|\\(?\\d{4}[a-z]?[).])");

    /** {@code World Health Organization (2005).} */
    private static final Pattern GROUP = Pattern.compile(
            "^((?=[^.(]{0,120}\\b(?:Organi[sz]ation|Institut[eo]?|Team|Group|Committee|Agency|Ministry|Department|Association"
                    + "|Society|Cent(?:er|re)|Council|Bank|Nations|Commission|Consortium|Collaboration|Network|Foundation"
                    + "|Office|Bureau|Union|Federation)\\b)\\p{Lu}[^.(;:]{4,120}?)[.,]? (?=\\((?:1[5-9]|20)\\d\\d[a-z]?\\))");

    /** A number or letter that counts the entry. */
    private static final Pattern COUNT = Pattern.compile("^(?:\\[\\d{1,3}\\]|\\(?\\d{1,3}[.)]|\\(?[a-h]\\)) ?");

    /** The one title in quotes. */
    private static final Pattern QUOTED = Pattern.compile("^[“\"]([^“”\"]{12,400})[”\"]");

    /** {@code Nature 2005, 12:45} or {@code Nature, 12 (2005)} behind the title: the stop before it ends the title. */
    private static final Pattern TITLE_TO_PLACE = Pattern.compile(
            "^([\\p{Lu}\\d].{8,400}?[^\\s.])[.?!] (?=\\p{Lu}[\\p{L}. &-]{1,60},? (?:(?:1[5-9]|20)\\d\\d[,;:]? |\\d{1,4}(?:\\(\\d+\\))? ?(?:\\((?:1[5-9]|20)\\d\\d\\)|[,:])))");

    /** {@code Doe J and Roe K 2005 Title}: no sign parts the year from what follows. */
    private static final Pattern YEAR_BARE = Pattern.compile("^ ((?:1[5-9]|20)\\d\\d) (?=\\p{Lu})");

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

    /** A journal's short name: {@code Angew. Chem.} */
    private static final Pattern ABBREVIATED = Pattern.compile("^\\p{Lu}\\p{L}{0,6}\\. \\p{Lu}\\p{L}{0,7}(?:\\.|$)");

    /** Russian sets the journal behind two slashes. */
    private static final Pattern BEFORE_SLASHES = Pattern.compile(" ?// .*");

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
        draft.fromWords = true;
        String text = COUNT.matcher(draft.raw).replaceFirst("");
        Matcher authors = AUTHORS.matcher(text);
        Matcher behind = AUTHORS_BEHIND.matcher(text);
        Matcher full = FULL_NAMES.matcher(text);
        Matcher group = GROUP.matcher(text);
        if (authors.find()) {
            afterAuthors(draft, authors, text.substring(authors.end()));
        } else if (behind.find()) {
            afterGivenNames(draft, behind, text.substring(behind.end()));
        } else if (full.find()) {
            take(draft, text.substring(full.end()), List.of(Author.person(full.group(1), full.group(2))));
            draft.truncated |= full.group(3) != null || full.group(4) != null;
        } else if (group.find()) {
            take(draft, text.substring(group.end()), List.of(Author.group(group.group(1))));
        }
        if (draft.year == null) {
            draft.year = year(text);
        }
    }

    /** What follows names that leave no doubt: a year, then the title. */
    private static void take(ReferenceDraft draft, String rest, List<Author> authors) {
        Matcher dated = YEAR_AFTER.matcher(rest);
        boolean year = dated.find();
        String behind = year ? rest.substring(dated.end()) : rest;
        Matcher quoted = QUOTED.matcher(behind);
        draft.year = year ? Integer.valueOf(dated.group(1) == null ? dated.group(2) : dated.group(1)) : null;
        draft.title = quoted.find()
                ? telling(quoted.group(1).replaceFirst("[.,?]$", ""))
                : year ? title(TITLE_TO_STOP, behind) : null;
        draft.authors.addAll(authors);
    }

    /** {@code J. Doe, K. Roe, “Title,” …} or {@code J. Doe, K. Roe. Title. Journal, 12 (2005)}. */
    private static void afterGivenNames(ReferenceDraft draft, Matcher names, String rest) {
        Matcher quoted = QUOTED.matcher(rest);
        String title =
                quoted.find() ? telling(quoted.group(1).replaceFirst("[.,?]$", "")) : title(TITLE_TO_PLACE, rest);
        if (title == null) {
            return;
        }
        draft.title = title;
        draft.truncated |= names.group(2) != null;
        Matcher one = ONE_BEHIND.matcher(names.group(1));
        while (one.find()) {
            draft.authors.add(Author.person(one.group(2), one.group(1)));
        }
    }

    private static void afterAuthors(ReferenceDraft draft, Matcher authors, String rest) {
        String title = null;
        Integer year = null;
        Matcher dated = YEAR_AFTER.matcher(rest);
        Matcher bare = YEAR_BARE.matcher(rest);
        if (dated.find()) {
            year = Integer.valueOf(dated.group(1) == null ? dated.group(2) : dated.group(1));
            title = title(TITLE_TO_STOP, rest.substring(dated.end()));
        } else if (bare.find()) {
            year = Integer.valueOf(bare.group(1));
        } else if (rest.startsWith(": ")) {
            title = title(TITLE_TO_JOURNAL, rest.substring(2));
            title = title != null ? title : title(TITLE_TO_PLACE, rest.substring(2));
        } else {
            boolean stop = authors.group().strip().endsWith(".");
            String behind = rest.startsWith(". ") ? rest.substring(2) : stop ? rest.stripLeading() : "";
            title = title(TITLE_TO_STOP, behind);
        }
        List<Author> names = names(authors.group(1));
        if (title == null && year == null) {
            // "Doe, J.; Roe, K. J. Chem. 2005": of the last the initials may be the journal's.
            boolean listed = authors.group(1).contains("; ") && names.size() > 1;
            names = listed ? names.subList(0, names.size() - 1) : List.of();
        }
        draft.title = title;
        draft.year = year;
        draft.truncated |= authors.group(2) != null || (title == null && year == null && !names.isEmpty());
        draft.authors.addAll(names);
    }

    private static String title(Pattern form, String text) {
        Matcher found = form.matcher(text);
        if (!found.find()) {
            return null;
        }
        return telling(WITHIN.matcher(found.group(1)).replaceFirst(""));
    }

    /** The title where it says enough to be one, and is whole; else null. */
    private static String telling(String words) {
        String title = BEFORE_SLASHES.matcher(words).replaceFirst("").strip();
        long letters = title.codePoints().filter(Character::isLetter).count();
        boolean telling = letters >= LEAST_TITLE_LETTERS && title.split(" ", -1).length >= LEAST_TITLE_WORDS;
        boolean whole = balanced(title)
                && !ONE.matcher(title).lookingAt()
                && !ONE_BEHIND.matcher(title).lookingAt()
                && !CUT_SHORT.matcher(title).find();
        boolean abbreviated = ABBREVIATED.matcher(title).find();
        return telling && whole && !abbreviated && letters * 2 > title.length() ? title : null;
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
