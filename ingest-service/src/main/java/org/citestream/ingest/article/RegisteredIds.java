package org.citestream.ingest.article;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cleans ids of registries other than the DOI's. Stateless. */
public final class RegisteredIds {
    private static final Pattern PMID = Pattern.compile("(?:pmid:?\\s*)?0*([1-9]\\d{0,8})", Pattern.CASE_INSENSITIVE);
    private static final Pattern PMCID =
            Pattern.compile("(?:pmcid:?\\s*)?(?:PMC)?\\s*([1-9]\\d{0,9})(?:\\.\\d+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARXIV = Pattern.compile(
            "(?:arxiv[:.]\\s*|abs/|pdf/)?(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ARXIV_IN_TEXT = Pattern.compile(
            "arxiv(?:\\.org/(?:abs|pdf)/|[:.]\\s*|\\s+preprint\\s+arxiv:\\s*)(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ORCID =
            Pattern.compile("(\\d{4})-?(\\d{4})-?(\\d{4})-?(\\d{3}[\\dX])", Pattern.CASE_INSENSITIVE);

    private RegisteredIds() {}

    public static Optional<String> pmid(String raw) {
        return whole(PMID, raw);
    }

    /** {@code PMC} and digits. */
    public static Optional<String> pmcid(String raw) {
        return whole(PMCID, raw).map(digits -> "PMC" + digits);
    }

    public static Optional<String> arxiv(String raw) {
        return whole(ARXIV, raw).map(id -> id.toLowerCase(Locale.ROOT));
    }

    /** An arXiv id in running text, only behind the word itself. */
    public static Optional<String> arxivIn(String text) {
        if (text == null || !(text.contains("rXiv") || text.contains("rxiv") || text.contains("RXIV"))) {
            return Optional.empty();
        }
        Matcher found = ARXIV_IN_TEXT.matcher(text);
        return found.find() ? Optional.of(found.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** The ORCID iD with its dashes, if form and check digit (ISO 7064, MOD 11-2) hold. */
    public static Optional<String> orcid(String raw) {
        if (raw == null) {
            return Optional.empty();
        }
        Matcher found = ORCID.matcher(raw);
        if (!found.find()) {
            return Optional.empty();
        }
        String orcid = (found.group(1) + "-" + found.group(2) + "-" + found.group(3) + "-" + found.group(4))
                .toUpperCase(Locale.ROOT);
        int total = 0;
        String digits = orcid.replace("-", "");
        for (int i = 0; i < digits.length() - 1; i++) {
            total = (total + (digits.charAt(i) - '0')) * 2;
        }
        int check = (12 - total % 11) % 11;
        char expected = check == 10 ? 'X' : (char) ('0' + check);
        return digits.charAt(digits.length() - 1) == expected ? Optional.of(orcid) : Optional.empty();
    }

    private static Optional<String> whole(Pattern form, String raw) {
        if (raw == null) {
            return Optional.empty();
        }
        String text = raw.strip();
        int address = text.lastIndexOf("arxiv.org/");
        if (address >= 0) {
            text = text.substring(address + "arxiv.org/".length());
        }
        Matcher match = form.matcher(text);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
