package org.citestream.query.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.publication.WrittenId;

/**
 * Reads a reference that is only printed text. What a title is cannot be told from the text alone; held against a work,
 * the place of the work's title divides it: authors before it, year, volume and pages around it. Stateless.
 */
final class WrittenReference {

    /** A DOI within a text, without trailing punctuation. */
    private static final Pattern DOI = Pattern.compile("10\\.[0-9]{4,9}/\\S*[^\\s.,;:)\\]}>\"']");

    private static final Pattern OTHER_ID =
            Pattern.compile("(?i)\\b(?:pmid:\\s*[0-9]+|pmc[0-9]{4,}|arxiv:\\s*\\S*[0-9])");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|doi:\\s*)\\S+|\\b10\\.[0-9]{4,9}/\\S+");
    private static final Pattern ET_AL = Pattern.compile("(?i)\\bet\\.?\\s+al\\b|\\band\\s+others\\b|…|\\.\\.\\.");
    private static final Pattern YEAR_IN_BRACKETS =
            Pattern.compile("\\(\\s*(?:[^()]{0,12}\\s)?((?:1[4-9]|20)\\d\\d)[a-z]?\\b[^()]{0,12}\\)");
    private static final Pattern YEAR_BEFORE_VOLUME = Pattern.compile("\\b((?:1[4-9]|20)\\d\\d)\\b[^;0-9]{0,12};");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d\\-–.:])((?:1[4-9]|20)\\d\\d)[a-z]?(?![\\d\\-–])");
    private static final Pattern VOLUME_AND_PAGES = Pattern.compile(
            "\\b([0-9]{1,4})\\s*(?:\\([^()]{1,15}\\)|,\\s*no\\.?\\s*[0-9]+)?\\s*[:,]\\s*(?:pp?\\.?\\s*)?([A-Za-z]{0,2}[0-9]+)"
                    + "(?:\\s*[-–—−]\\s*([A-Za-z]{0,2}[0-9]+))?");

    private static final int WORDS_OF_A_REFERENCE = 8;

    private static final int LONGEST_NAMES = 80;

    private WrittenReference() {}

    /** The CURIEs in a text, DOIs first. The whole text may be an id. */
    static List<String> ids(String text) {
        Optional<String> whole = WrittenId.toCurie(text).filter(curie -> curie.indexOf(' ') < 0);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        Set<String> ids = new LinkedHashSet<>();
        doi(text).ifPresent(ids::add);
        Matcher other = OTHER_ID.matcher(text);
        while (other.find()) {
            WrittenId.toCurie(other.group()).ifPresent(ids::add);
        }
        return List.copyOf(ids);
    }

    /** The first DOI in a text, as CURIE. */
    static Optional<String> doi(String text) {
        Matcher within = DOI.matcher(text);
        return within.find() ? WrittenId.toDoiCurie(within.group()) : Optional.empty();
    }

    /** Whether the text says that authors are left out. */
    static boolean omitsAuthors(String text) {
        return ET_AL.matcher(text).find();
    }

    /** Whether a name stands for those left out. */
    static boolean isEtAl(String name) {
        return name.equalsIgnoreCase("others") || ET_AL.matcher(name).matches() || name.matches("(?i)et al\\.?");
    }

    /** The text without addresses and ids, whose digits mean nothing here. */
    static String withoutAddresses(String text) {
        return ADDRESS.matcher(text).replaceAll(" ");
    }

    /**
     * The reference with the fields that its text has when it is held against a work. Of the authors only those of the
     * work can be found, so authors that the work does not have stay unknown.
     *
     * @param title where the text has the work's title
     */
    static GivenReference against(GivenReference given, ShownPublication work, TitleSpan title) {
        String text = withoutAddresses(given.text());
        int from = Math.min(title.from(), text.length());
        String before = text.substring(0, from);
        String after = text.substring(Math.min(title.to(), text.length()));
        String names = title.found() ? before : text;
        List<String> authors = authors(names, work);
        if (authors.isEmpty()) {
            stranger(title.found() ? before : isWhole(text) ? text : "").ifPresent(authors::add);
        }
        String around = title.found() ? before + " " + after : text;
        Matcher pages = VOLUME_AND_PAGES.matcher(after);
        boolean placed = title.found() && pages.find();
        return new GivenReference(
                given.label(),
                given.text(),
                given.ids(),
                title.found() ? text.substring(from, Math.min(title.to(), text.length())) : null,
                authors,
                given.othersOmitted() || !title.found(),
                year(around, work.year()),
                placed ? pages.group(1) : null,
                placed ? pages.group(2) : null,
                placed ? pages.group(3) : null,
                given.cited());
    }

    /** The work's authors whose names a text has; two of one name where it has the name twice. */
    private static List<String> authors(String names, ShownPublication work) {
        List<String> authors = new ArrayList<>();
        List<String> words = new ArrayList<>(ComparedText.words(names));
        for (ShownAuthor author : work.authors()) {
            String family = author.familyOrName();
            List<String> parts = family == null ? List.of() : ComparedText.words(family);
            if (!parts.isEmpty() && words.containsAll(parts)) {
                parts.forEach(words::remove);
                authors.add(family);
            }
        }
        return authors;
    }

    /** Whether a text has enough words to be more than an id or a title, so that it says who wrote what. */
    static boolean isWhole(String text) {
        return ComparedText.words(text).size() >= WORDS_OF_A_REFERENCE;
    }

    /** What stands where authors stand; empty if there are no words. */
    private static Optional<String> stranger(String text) {
        String names = text.strip();
        return ComparedText.words(names).isEmpty()
                ? Optional.empty()
                : Optional.of(names.length() <= LONGEST_NAMES ? names : names.substring(0, LONGEST_NAMES) + "…");
    }

    /** The year that is printed most like one: in brackets, before a volume, else any; the expected one if it is there. */
    private static Integer year(String text, Integer expected) {
        for (Pattern form : List.of(YEAR_IN_BRACKETS, YEAR_BEFORE_VOLUME, YEAR)) {
            List<Integer> years = form.matcher(text)
                    .results()
                    .map(found -> Integer.valueOf(found.group(1)))
                    .toList();
            if (!years.isEmpty()) {
                return expected != null && years.contains(expected) ? expected : years.get(0);
            }
        }
        return null;
    }
}
