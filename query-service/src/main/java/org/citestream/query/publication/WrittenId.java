package org.citestream.query.publication;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses publication ids as people and programs write them: a CURIE, a bare DOI, a doi.org URL, {@code PMC123}. */
public final class WrittenId {

    private record Form(Pattern pattern, String prefix, UnaryOperator<String> normal) {}

    // The order matters: ids that name their kind come before those whose kind is guessed.
    private static final List<Form> FORMS = List.of(
            form("(?:doi:\\s*|(?:https?:/{1,2})?(?:dx\\.|www\\.)?doi\\.org/)?(10\\..+)", "doi:", WrittenId::lower),
            form("pmid:\\s*0*([1-9][0-9]*)", "pmid:", UnaryOperator.identity()),
            form("(?:pmcid:\\s*)?(?:PMC)([0-9]+)", "pmcid:PMC", UnaryOperator.identity()),
            form("pmcid:\\s*([0-9]+)", "pmcid:PMC", UnaryOperator.identity()),
            form("arxiv:\\s*(\\S+)", "arxiv:", WrittenId::lower),
            form("ref:([0-9a-f]{64})", "ref:", WrittenId::lower));

    private WrittenId() {}

    /**
     * The CURIE of the text, or empty if it is not a publication id. DOIs are lower-cased (ISO 26324: a DOI is
     * case-insensitive).
     */
    public static Optional<String> toCurie(String written) {
        String trimmed = written.strip();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern.matcher(trimmed);
            if (matcher.matches() && trimmed.chars().noneMatch(Character::isISOControl)) {
                return Optional.of(form.prefix + form.normal.apply(matcher.group(1)));
            }
        }
        return Optional.empty();
    }

    /** The CURIE of a DOI written bare or with a prefix; empty if the text is not a DOI. */
    public static Optional<String> toDoiCurie(String written) {
        return toCurie(written).filter(curie -> curie.startsWith("doi:"));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Form form(String regex, String prefix, UnaryOperator<String> normal) {
        return new Form(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), prefix, normal);
    }
}
