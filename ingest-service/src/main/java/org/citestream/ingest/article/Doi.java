package org.citestream.ingest.article;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds and cleans DOIs as publishers print them: prefixed, upper-case, percent-encoded, with punctuation behind. */
public final class Doi {
    /** The form that the DOI handbook gives: directory indicator, registrant, suffix. */
    private static final Pattern FORM = Pattern.compile("10\\.\\d{4,9}(?:\\.\\d+)*/[^\\s\"\\p{Cntrl}]+");

    /** Blanks that a line break left inside. */
    private static final Pattern BROKEN = Pattern.compile("(?<=[./_(-])\\s+|\\s+(?=[/])");

    private static final Pattern PERCENT = Pattern.compile("%(?:2[0-9A-Fa-f]|3[A-Fa-f]|[57][A-Fa-f]|[57][BbDd])");
    private static final Pattern PAGE_OF_PUBLISHER =
            Pattern.compile("/(?:abstract|full|fulltext|summary|pdf|epdf|full/html|full/pdf|references|asset)$");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final int LONGEST = 512;

    private Doi() {}

    /** The DOI in an element that is said to hold nothing else; blanks that a line break left behind are closed. */
    public static Optional<String> clean(String raw) {
        if (raw == null || !raw.contains("10")) {
            return Optional.empty();
        }
        return findIn(BROKEN.matcher(raw.strip()).replaceAll(""));
    }

    /** The DOI in the address of a link, without what a publisher's site adds behind it. */
    public static Optional<String> inLink(String address) {
        if (address == null || !address.contains("10")) {
            return Optional.empty();
        }
        return findIn(address.strip()).map(Doi::withoutPage);
    }

    /** The first DOI in running text. */
    public static Optional<String> findIn(String text) {
        if (text == null || !text.contains("10.")) {
            return Optional.empty();
        }
        String readable = decode(text);
        Matcher form = FORM.matcher(readable);
        while (form.find()) {
            String doi = trim(form.group());
            if (form.start() > 0
                    && Character.isLetterOrDigit(readable.charAt(form.start() - 1))
                    && !readable.regionMatches(true, Math.max(0, form.start() - 3), "doi", 0, 3)) {
                continue;
            }
            if (doi.length() <= LONGEST && FORM.matcher(doi).matches()) {
                return Optional.of(doi.toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private static String decode(String text) {
        String decoded = text;
        if (decoded.indexOf('%') >= 0 && PERCENT.matcher(decoded).find()) {
            try {
                decoded = URLDecoder.decode(decoded.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException stray) {
                decoded = decoded.replace("%2F", "/").replace("%2f", "/");
            }
        }
        if (decoded.indexOf('&') >= 0) {
            decoded = decoded.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        }
        return isPlain(decoded)
                ? decoded
                : DASHES.matcher(INVISIBLE.matcher(decoded).replaceAll("")).replaceAll("-");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Cuts what belongs to the sentence around it: punctuation, quotes, brackets that were never opened. */
    private static String trim(String found) {
        String doi = found;
        int markup = doi.indexOf("</");
        if (markup > 0) {
            doi = doi.substring(0, markup);
        }
        while (!doi.isEmpty()) {
            char last = doi.charAt(doi.length() - 1);
            boolean cut = ".,;:'<*&?!’”“‘…/|\\".indexOf(last) >= 0
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

    private static String withoutPage(String doi) {
        String work = doi;
        int query = indexOfAny(work, "?#");
        if (query > 0) {
            work = work.substring(0, query);
        }
        return PAGE_OF_PUBLISHER.matcher(work).replaceFirst("");
    }

    private static int indexOfAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
