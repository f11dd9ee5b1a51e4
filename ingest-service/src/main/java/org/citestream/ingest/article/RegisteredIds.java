package org.citestream.ingest.article;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises PMIDs, PMCIDs, arXiv ids, ORCID iDs and ROR ids in every form in which they are printed, pasted and linked.
 * Stateless.
 */
public final class RegisteredIds {
    private static final int MOST_PMID_DIGITS = 9;
    private static final String END = "\\s*[.,;:/)\\]]*(?:[?#\\[].*)?";
    private static final Pattern PMID = Pattern.compile(
            "(?:(?:pmid|pubmed|medline|med)\\s*(?:id)?\\s*[:/]?\\s*)?0*([1-9]\\d{0,8})" + END,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PMID_IN_LINK = Pattern.compile(
            "(?:pubmed\\.(?:ncbi\\.nlm\\.nih\\.)?gov/|/pubmed/(?:\\?term=)?|pubmed\\?term=|list_uids=|/med/|pubmed:|pmid[:/=])"
                    + "0*([1-9]\\d{0,8})(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PMID_IN_TEXT = Pattern.compile(
            "(?:\\bPMID:?\\s*|\\bPubMed:\\s*|\\bpubmed\\.ncbi\\.nlm\\.nih\\.gov/)([1-9]\\d{3,7})(?!\\d)");
    private static final Pattern PMCID = Pattern.compile(
            "(?:pmcid:?\\s*)?(?:PMC[:-]?\\s*)*0*([1-9]\\d{0,9})(?:\\.\\d+)?" + END, Pattern.CASE_INSENSITIVE);
    private static final Pattern PMCID_IN_LINK = Pattern.compile(
            "(?:ncbi\\.nlm\\.nih\\.gov|pubmedcentral\\.(?:nih\\.)?gov|europepmc\\.org)/\\S*?(?:PMC|/articles/|artid=)(?:PMC)*"
                    + "([1-9]\\d{2,9})(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PMCID_IN_TEXT = Pattern.compile("\\b(?:PMCID:?\\s*)?PMC([1-9]\\d{4,8})(?!\\d)");
    private static final String ARXIV_ID =
            "(?<![\\d.])(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?![\\d])(?:v\\d+)?";
    private static final Pattern ARXIV = Pattern.compile(
            "(?:arxiv(?:\\s+preprint)?\\s*)?(?:arxiv)?\\s*[:.]?\\s*" + ARXIV_ID + "(?:\\.pdf)?" + END,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ARXIV_IN_LINK = Pattern.compile(
            "(?:arxiv\\.org|xxx\\.lanl\\.gov)/(?:abs|pdf|html|format|ps)/" + ARXIV_ID, Pattern.CASE_INSENSITIVE);
    private static final Pattern ARXIV_IN_TEXT = Pattern.compile(
            "arxiv(?:\\.org/(?:abs|pdf)/|[:.]\\s*|\\s+preprint\\s+arxiv:\\s*)(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ORCID =
            Pattern.compile("(\\d{4})-?(\\d{4})-?(\\d{4})-?(\\d{3}[\\dX])", Pattern.CASE_INSENSITIVE);

    private static final Pattern ROR =
            Pattern.compile("(?:ror\\.org/|^)(0[a-z0-9]{6}\\d{2})(?![a-z0-9])", Pattern.CASE_INSENSITIVE);

    private RegisteredIds() {}

    /** The bare ROR id of an organisation, in its address or alone. */
    public static Optional<String> ror(String raw) {
        return in(ROR, raw == null ? null : raw.strip()).map(id -> id.toLowerCase(Locale.ROOT));
    }

    /** In an element that is said to hold nothing else, an address included. */
    public static Optional<String> pmid(String raw) {
        return isPmid(raw) ? Optional.of(raw) : whole(PMID, raw).or(() -> pmidInLink(raw));
    }

    /** Whether the text is digits only, as it is in most cases. */
    private static boolean isPmid(String raw) {
        if (raw == null || raw.isEmpty() || raw.length() > MOST_PMID_DIGITS || raw.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** In the address of PubMed's page of a work, or of one that goes by its number. */
    public static Optional<String> pmidInLink(String address) {
        return leadsToPubMed(address) ? in(PMID_IN_LINK, address) : Optional.empty();
    }

    /** In running text, only behind the word itself, or PubMed's address. */
    public static Optional<String> pmidIn(String text) {
        return text == null || !(text.contains("PMID") || text.contains("PubMed:") || text.contains("pubmed."))
                ? Optional.empty()
                : in(PMID_IN_TEXT, text);
    }

    /** {@code PMC} and digits, in an element that is said to hold nothing else, an address included. */
    public static Optional<String> pmcid(String raw) {
        return whole(PMCID, raw).map(digits -> "PMC" + digits).or(() -> pmcidInLink(raw));
    }

    /** In the address of a work in PubMed Central or Europe PMC. */
    public static Optional<String> pmcidInLink(String address) {
        return leadsToPubMed(address) ? in(PMCID_IN_LINK, address).map(digits -> "PMC" + digits) : Optional.empty();
    }

    /** In running text, with its letters. */
    public static Optional<String> pmcidIn(String text) {
        return text == null || !text.contains("PMC")
                ? Optional.empty()
                : in(PMCID_IN_TEXT, text).map(digits -> "PMC" + digits);
    }

    public static Optional<String> arxiv(String raw) {
        return whole(ARXIV, raw).or(() -> in(ARXIV_IN_LINK, raw)).map(id -> id.toLowerCase(Locale.ROOT));
    }

    /** In the address of a work on arXiv or a mirror. */
    public static Optional<String> arxivInLink(String address) {
        return address != null && (address.contains("rxiv.org") || address.contains("lanl.gov"))
                ? in(ARXIV_IN_LINK, address).map(id -> id.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Most addresses lead elsewhere and need no further checks. */
    private static boolean leadsToPubMed(String address) {
        return address != null
                && (address.contains("ubmed")
                        || address.contains("ncbi.")
                        || address.contains("europepmc")
                        || address.contains("ubMed")
                        || address.contains("pmid"));
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
        Matcher match = form.matcher(raw.strip());
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    private static Optional<String> in(Pattern form, String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher found = form.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
