package org.citestream.ingest.article;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds and cleans DOIs as people print and paste them: prefixed, upper-case, percent-encoded, broken by blanks, with a
 * site's page, a second DOI or the sentence's punctuation behind. A stem that many works share is never a DOI. Stateless.
 */
public final class Doi {
    /** The form that the DOI handbook gives: directory indicator, registrant, suffix. */
    private static final Pattern FORM = Pattern.compile("10\\.\\d{4,9}(?:\\.\\d+)*/[^\\s\"\\p{Cntrl}]+");

    private static final Pattern BROKEN_PREFIX = Pattern.compile("\\b10\\s?\\.\\s?(\\d{4,9})\\s?/\\s?(?=\\S)");
    /** The same in running text, where only the word before it tells that this is a DOI. */
    private static final Pattern BROKEN_IN_TEXT =
            Pattern.compile("(?i)(doi(?:\\.org/|:| )\\s?)10\\s?\\.\\s?(\\d{4,9})\\s?/\\s?(?=\\S)");

    private static final Pattern PERCENT = Pattern.compile("%(?:2[0-9A-Fa-f]|3[A-Fa-f]|[57][A-Fa-f]|[57][BbDd])");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern SLASHES = Pattern.compile("[\\u2044\\u2215\\uFF0F]");
    private static final int LONGEST = 512;
    private static final int LEAST_REGISTRANT = 4;
    private static final int MOST_REGISTRANT = 9;
    /** A percent sign may itself be encoded: {@code %252F}. */
    private static final int MOST_ENCODINGS = 2;

    private Doi() {}

    /** The DOI in an element that is said to hold nothing else; blanks left inside it are closed. */
    public static Optional<String> clean(String raw) {
        if (raw == null || !raw.contains("10")) {
            return Optional.empty();
        }
        String alone = raw.strip();
        return isWhole(alone) && !DoiStem.is(alone)
                ? Optional.of(alone.toLowerCase(Locale.ROOT))
                : first(BrokenDoi.closed(unbroken(alone)));
    }

    /** Whether this is a DOI as it should be written, as most are; these need no further checks. */
    private static boolean isWhole(String text) {
        int slash = text.indexOf('/');
        int registrant = "10.".length();
        if (slash < registrant + LEAST_REGISTRANT
                || slash > registrant + MOST_REGISTRANT
                || text.length() > LONGEST
                || !text.startsWith("10.")) {
            return false;
        }
        for (int i = registrant; i < slash; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return DoiTail.isNone(text) && BrokenDoi.upToNext(text).equals(text);
    }

    /** The DOI in the address of a link. */
    public static Optional<String> inLink(String address) {
        return address == null || !address.contains("10.") ? Optional.empty() : first(address.strip());
    }

    /** The first DOI in running text. */
    public static Optional<String> findIn(String text) {
        return mayHoldOne(text) ? first(closedBehindWord(text)) : Optional.empty();
    }

    /** All DOIs in running text, each once, in their order. */
    public static List<String> allIn(String text) {
        return mayHoldOne(text) ? find(closedBehindWord(text), Integer.MAX_VALUE) : List.of();
    }

    private static boolean mayHoldOne(String text) {
        return text != null && (text.contains("10.") || text.contains("10 ."));
    }

    private static String closedBehindWord(String text) {
        boolean broken = text.contains("10. ") || text.contains("10 .") || text.contains("/ ") || text.contains(" /");
        return broken ? BROKEN_IN_TEXT.matcher(text).replaceAll("$1\\10.$2/") : text;
    }

    private static Optional<String> first(String text) {
        return find(text, 1).stream().findFirst();
    }

    private static List<String> find(String text, int most) {
        String readable = decode(text);
        Matcher form = FORM.matcher(readable);
        List<String> found = new ArrayList<>(1);
        int from = 0;
        while (found.size() < most && form.find(from)) {
            String raw = BrokenDoi.upToNext(form.group());
            from = form.start() + raw.length();
            if (isInsideWord(readable, form.start())) {
                continue;
            }
            String doi = DoiTail.without(raw);
            if (BrokenDoi.endsTooEarly(raw, doi, readable, from)) {
                String rest = readable.substring(from);
                doi = DoiTail.without(BrokenDoi.completed(raw, rest));
            }
            String normal = doi.toLowerCase(Locale.ROOT);
            boolean formed = doi.equals(form.group()) || FORM.matcher(doi).matches();
            if (doi.length() <= LONGEST && formed && !DoiStem.is(doi) && !found.contains(normal)) {
                found.add(normal);
            }
        }
        return found;
    }

    /** {@code 110.1000/x} holds no DOI, {@code doi10.1000/x} does. */
    private static boolean isInsideWord(String text, int start) {
        return start > 0
                && Character.isLetterOrDigit(text.charAt(start - 1))
                && !text.regionMatches(true, Math.max(0, start - 3), "doi", 0, 3)
                && !BrokenDoi.endsNear(text, start);
    }

    private static String unbroken(String text) {
        return BrokenDoi.hasBlank(text) ? BROKEN_PREFIX.matcher(text).replaceAll("10.$1/") : text;
    }

    private static String decode(String text) {
        String decoded = text;
        for (int i = 0;
                i < MOST_ENCODINGS
                        && decoded.indexOf('%') >= 0
                        && PERCENT.matcher(decoded).find();
                i++) {
            try {
                decoded = URLDecoder.decode(decoded.replace("+", "%2B").replace("%20", ""), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException stray) {
                decoded = decoded.replace("%2F", "/").replace("%2f", "/");
            }
        }
        if (decoded.indexOf('&') >= 0) {
            decoded = decoded.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        }
        return isPlain(decoded) ? decoded : plain(decoded);
    }

    private static String plain(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return SLASHES.matcher(DASHES.matcher(visible).replaceAll("-")).replaceAll("/");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
