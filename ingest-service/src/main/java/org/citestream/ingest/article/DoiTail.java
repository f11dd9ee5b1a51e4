package org.citestream.ingest.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows a DOI without being part of it: pages and files of publishers' sites, queries, names of indexes, markup,
 * punctuation. Stateless.
 */
final class DoiTail {
    /** A view of the work on its publisher's site. */
    private static final Pattern PAGE = Pattern.compile("(?i)/(?:"
            + "(?:full|fulltext|full-text|abstract|abs|summary|pdf|epdf|pdfdirect|pdfextended|reader|html?|xml|epub|meta"
            + "|references|citedby|cited-by|metrics|figures?|tables?|suppinfo|supp|suppl|suppl_file|supplementary-material"
            + "|asset|assets|homepage|otherversions|issuetoc|download|extract|tab-[a-z-]+|-/dc[a-z0-9]*|page-\\d+|mediaobjects"
            + "|_pdf|_article|bibtex|doi|transform|core-reader|export|comments|peer-review|authors|editorial|viewer|article-info)"
            + "(?:/.*|\\.html?|\\.pdf)?)$");

    /** The same as a suffix: {@code .full.pdf}. */
    private static final Pattern FILE = Pattern.compile(
            "(?i)(?:\\.(?:full|full-text|full\\.pdf|pdf|html?|xml|epub|abstract|short|long|extract|article-info|figures-only"
                    + "|supplementary-material|full-text\\.pdf|pdf\\+html))+$");

    /** A file behind the number that the site gives the work: {@code /1234567/jcb_2019.pdf}. */
    private static final Pattern NUMBERED_FILE = Pattern.compile("(?i)/\\d{5,}/[a-z][\\w.-]*\\.pdf$");

    private static final Pattern QUERY = Pattern.compile("\\?.*|#\\w.*|&[A-Za-z_]+=.*|;jsessionid=.*|\\|.*");

    private static final Pattern MARKUP = Pattern.compile("(?i)</.*|<(?:br|a|p|i|b|em|span|ext-link|uri|sup|sub)\\b.*");

    /** Names of indexes whose links were copied along, glued or in brackets. */
    private static final Pattern INDEX = Pattern.compile(
            "[.,;]?\\[(?i:doi|pii|crossref|pubmed|google|pmc|medline|web|isi|cas).*"
                    + "|(?<=[\\w)])[.,;]?(?:CrossRef|Crossref|PubMed|Google|Medline|MEDLINE|Accessed|Epub|Retrieved|Available)(?![a-z]).*");

    private static final Pattern PREPRINT_VERSION =
            Pattern.compile("(?i)^(10\\.(?:1101|64898)/(?:\\d{4}\\.\\d\\d\\.\\d\\d\\.)?\\d{6,8})v\\d+.*$");
    private static final Pattern ARXIV_VERSION = Pattern.compile("(?i)^(10\\.48550/arxiv\\..*?)v\\d+$");

    /** Oxford's own number of the article behind its DOI. */
    private static final Pattern NUMBER_OF_SITE = Pattern.compile("(?i)^(10\\.1093/[a-z]+/[a-z0-9]+)/\\d{5,}$");

    /** A PubMed number glued to the seven digits of a PLOS DOI. */
    private static final Pattern NUMBER_OF_PLOS =
            Pattern.compile("(?i)^(10\\.1371/journal\\.p[a-z]{3}\\.\\d{7})\\d{7,8}$");

    /** SAGE's own site, glued to the digits of its DOI. */
    private static final Pattern SITE_OF_SAGE = Pattern.compile("(?i)^(10\\.1177/\\d{10,18})[a-z]{2,}\\.sagepub.*$");

    private DoiTail() {}

    /** The DOI alone. */
    static String without(String found) {
        if (isNone(found)) {
            return found;
        }
        String doi = found;
        String before;
        do {
            before = doi;
            doi = trimmed(step(doi));
        } while (!doi.equals(before));
        return doi;
    }

    /** Most DOIs have nothing after them, which a quick check shows: plain signs, one slash, a digit at the end. */
    static boolean isNone(String found) {
        int slash = found.indexOf('/');
        return isBare(found, slash) && withoutNumber(found).equals(found);
    }

    private static boolean isBare(String found, int slash) {
        int last = found.length() - 1;
        if (slash < 0 || last <= slash || !Character.isDigit(found.charAt(last))) {
            return false;
        }
        for (int i = slash + 1; i <= last; i++) {
            char c = found.charAt(i);
            boolean plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_';
            boolean upper = c >= 'A' && c <= 'Z' && !Character.isLowerCase(found.charAt(Math.min(last, i + 1)));
            if (!plain && !upper) {
                return false;
            }
        }
        return true;
    }

    /** Each pattern is tried only if a character that it requires is present. */
    private static String step(String doi) {
        String work = doi.indexOf('<') < 0 ? doi : cut(MARKUP, doi);
        work = holdsAny(work, "?#&;|") ? cut(QUERY, work) : work;
        work = holdsAny(work, "[CPGMAER") ? cut(INDEX, work) : work;
        if (!Character.isDigit(work.charAt(work.length() - 1))) {
            // A name without a number may itself end like a file.
            String unnamed = cut(FILE, cut(NUMBERED_FILE, work));
            work = unnamed.substring(unnamed.indexOf('/') + 1).chars().anyMatch(Character::isDigit) ? unnamed : work;
        }
        work = work.indexOf('/') < work.lastIndexOf('/') ? cut(PAGE, work) : work;
        return withoutNumber(work);
    }

    private static boolean holdsAny(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Without the numbers and versions that its registrant's site writes behind a DOI. */
    private static String withoutNumber(String doi) {
        int slash = doi.indexOf('/');
        return switch (slash < 0 ? "" : doi.substring(0, slash)) {
            case "10.1101", "10.64898" -> first(PREPRINT_VERSION, doi);
            case "10.48550" -> first(ARXIV_VERSION, doi);
            case "10.1093" -> first(NUMBER_OF_SITE, doi);
            case "10.1177" -> first(SITE_OF_SAGE, doi);
            case "10.1371" -> first(NUMBER_OF_PLOS, doi);
            default -> doi;
        };
    }

    /** Without what the pattern finds, unless no suffix would remain. */
    private static String cut(Pattern tail, String doi) {
        Matcher found = tail.matcher(doi);
        int slash = doi.indexOf('/');
        return slash > 0 && slash + 1 < doi.length() && found.find(slash + 1) && found.start() > slash + 1
                ? doi.substring(0, found.start())
                : doi;
    }

    private static String first(Pattern form, String doi) {
        Matcher whole = form.matcher(doi);
        return whole.matches() ? whole.group(1) : doi;
    }

    /** Cuts what belongs to the sentence around it: punctuation, quotes, brackets that were never opened. */
    private static String trimmed(String found) {
        String doi = found;
        while (!doi.isEmpty()) {
            char last = doi.charAt(doi.length() - 1);
            boolean cut = ".,;:'<*&?!’”“‘…/|\\$†‡§¶".indexOf(last) >= 0
                    || (last == ')' && unopened(doi, '(', ')'))
                    || (last == ']' && unopened(doi, '[', ']'))
                    || (last == '}' && unopened(doi, '{', '}'))
                    || (last == '>' && unopened(doi, '<', '>'));
            if (!cut) {
                break;
            }
            doi = doi.substring(0, doi.length() - 1);
        }
        return doi;
    }

    private static boolean unopened(String doi, char open, char close) {
        return doi.chars().filter(c -> c == close).count()
                > doi.chars().filter(c -> c == open).count();
    }
}
