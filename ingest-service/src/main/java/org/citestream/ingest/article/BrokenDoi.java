package org.citestream.ingest.article;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DOIs that a line break or a copy broke: blanks inside, or the next DOI glued to the end. Stateless. */
final class BrokenDoi {
    /** Where another DOI or id begins within what looks like one DOI. */
    private static final Pattern NEXT = Pattern.compile(
            "(?i)https?:/|(?<!/)www\\.|doi\\.org|doi:|pmid|pmcid|pmc\\d{4}|(?<![.(/-](?:19|20))10\\.\\d{4,5}/");

    /** A word that goes on with something else. */
    private static final Pattern OTHER = Pattern.compile(
            "(?i)(?:https?:|www\\.|doi|10\\.\\d{4,9}/|pmid|pmc|pubmed|epub|accessed|available|retrieved|published|in:|\\[).*");

    private static final Pattern GOES_ON = Pattern.compile("[./_)-].*");
    private static final Pattern ENDS_OPEN = Pattern.compile(".*[./_(-]");
    /** A part of a DOI behind a stop; a word of a sentence has neither a number nor a stop in it. */
    private static final Pattern PART =
            Pattern.compile("[a-z0-9](?!\\d{7})\\S*[.\\d]\\S*|\\d{1,7}|[A-Z0-9;()-]*\\d[A-Z0-9;()-]*");

    /** Goes on with a DOI of which one blank was closed already: {@code . 12 .049}. */
    private static final Pattern NUMBERS = Pattern.compile("[._-]?\\d{0,6}[._-]?\\d{0,6}");

    /** Figures that are no year, and too few for a PubMed number. */
    private static final Pattern FIGURES = Pattern.compile("(?!(?:19|20)\\d\\d$)\\d{1,6}(?:[.a-z-][.a-z\\d-]*)?");

    private static final Pattern POINT = Pattern.compile("\\.\\d\\S*");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");

    private BrokenDoi() {}

    /** What stands before the next DOI, or before another kind of id, in a run without blanks. */
    static String upToNext(String run) {
        if (!mayHoldNext(run)) {
            return run;
        }
        Matcher next = NEXT.matcher(run);
        return next.find(run.indexOf('/') + 1) ? run.substring(0, next.start()) : run;
    }

    /** Most runs are a single DOI and need no further checks. */
    private static boolean mayHoldNext(String run) {
        int suffix = run.indexOf('/') + 1;
        for (int i = suffix; i < run.length(); i++) {
            char c = run.charAt(i);
            if (c == ':'
                    || c == 'w'
                    || c == 'W'
                    || ((c == 'p' || c == 'P') && run.regionMatches(true, i, "pm", 0, 2))
                    || ((c == 'd' || c == 'D') && run.regionMatches(true, i, "doi", 0, 3))
                    || (c == '1' && run.startsWith("10.", i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a DOI found here was glued to the one before it. */
    static boolean endsNear(String text, int start) {
        int from = text.lastIndexOf(' ', start - 1) + 1;
        int before = text.indexOf("10.", from);
        return before >= 0 && before < start;
    }

    /** The text with the blanks inside its DOI closed: the text holds nothing but that DOI. */
    static String closed(String text) {
        int start = text.indexOf("10.");
        return start < 0 ? text : text.substring(0, start) + joined(text.substring(start), true);
    }

    /**
     * Whether a blank rather than the end of the DOI seems to follow.
     *
     * @param end where the run ends in the text
     */
    static boolean endsTooEarly(String run, String doi, String text, int end) {
        return endsLine(run) || startsWithPoint(text, end) || DoiStem.is(doi);
    }

    /** {@code 10.1145/3292500 .3330701}: no sentence begins with a point. */
    private static boolean startsWithPoint(String text, int end) {
        return text.startsWith(" .", end) && end + 2 < text.length() && Character.isDigit(text.charAt(end + 2));
    }

    /** A line ends here more likely than a DOI. */
    private static boolean endsLine(CharSequence run) {
        char last = run.charAt(run.length() - 1);
        return last == '-' || last == '_';
    }

    /** A stem with as much of what follows as belongs to it: {@code 10.1371/journal. pone.0000001}. */
    static String completed(String stem, String rest) {
        return rest.startsWith(" ") ? joined(stem + rest, false) : stem;
    }

    static boolean hasBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ') {
                return true;
            }
        }
        return false;
    }

    /** @param only whether the text holds nothing else, so that every blank that may lie inside is closed */
    private static String joined(String text, boolean only) {
        if (!hasBlank(text)) {
            return text;
        }
        List<String> words = List.of(BLANKS.split(text, -1));
        StringBuilder doi = new StringBuilder(words.get(0));
        for (String word : words.subList(1, words.size())) {
            boolean more = only
                    || DoiStem.is(DoiTail.without(doi.toString()))
                    || endsLine(doi)
                    || POINT.matcher(word).matches()
                    || (doi.length() > words.get(0).length()
                            && NUMBERS.matcher(word).matches());
            boolean belongs = belongs(doi.toString(), word)
                    || (only && FIGURES.matcher(word).matches() && endsOpenly(doi));
            if (word.isEmpty() || !more || OTHER.matcher(word).matches() || !belongs) {
                break;
            }
            doi.append(word);
        }
        return doi.toString();
    }

    /** Whether figures may follow: the DOI has none so far, or goes on with them. */
    private static boolean endsOpenly(CharSequence doi) {
        return Character.isLetterOrDigit(doi.charAt(doi.length() - 1));
    }

    private static boolean belongs(String doi, String word) {
        if (doi.endsWith(",") || doi.endsWith(";")) {
            return false;
        }
        if (GOES_ON.matcher(word).matches()) {
            return true;
        }
        boolean small = Character.isLowerCase(word.charAt(0));
        boolean whole = DIGIT.matcher(doi.substring(doi.indexOf('/') + 1)).matches();
        if (ENDS_OPEN.matcher(doi).matches()) {
            return !doi.endsWith(".") || PART.matcher(word).matches() || (!whole && small);
        }
        // "10.1371/journ al.pone.0000001": what has no number is not whole.
        return !whole && small && DIGIT.matcher(word).matches();
    }
}
