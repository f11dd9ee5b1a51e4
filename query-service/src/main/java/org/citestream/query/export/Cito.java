package org.citestream.query.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.citestream.query.report.ShownStatement;

/**
 * Citations in CiTO, the Citation Typing Ontology 2.8 (purl.org/spar/cito). Supporting is {@code cito:supports},
 * contrasting {@code cito:disagreesWith}; a mention depends on its intent: background {@code cito:citesForInformation},
 * method {@code cito:usesMethodIn}, result {@code cito:citesAsEvidence}. Everything else, and every citation if labels
 * are left out, is {@code cito:cites}, which all of these imply.
 */
final class Cito {

    static final String CITO = "http://purl.org/spar/cito/";

    private Cito() {}

    /** The property's name in the ontology. */
    static String property(ShownStatement statement) {
        String type = statement.type() == null ? "" : statement.type();
        return switch (type) {
            case "supporting" -> "supports";
            case "contrasting" -> "disagreesWith";
            case "mentioning" -> mention(statement.intent() == null ? "" : statement.intent());
            default -> "cites";
        };
    }

    private static String mention(String intent) {
        return switch (intent) {
            case "background" -> "citesForInformation";
            case "method" -> "usesMethodIn";
            case "result" -> "citesAsEvidence";
            default -> "cites";
        };
    }

    /** The URL of a publication: where its id resolves to, else its report on this host. */
    static String iri(String curie, String publicUrl) {
        int colon = curie.indexOf(':');
        String value = encoded(curie.substring(colon + 1));
        return switch (curie.substring(0, colon)) {
            case "doi" -> "https://doi.org/" + value;
            case "pmid" -> "https://pubmed.ncbi.nlm.nih.gov/" + value;
            case "pmcid" -> "https://www.ncbi.nlm.nih.gov/pmc/articles/" + value;
            case "arxiv" -> "https://arxiv.org/abs/" + value;
            default -> publicUrl + "/reports/" + encoded(curie);
        };
    }

    /** Percent-encoded for a path, keeping slashes, colons and whatever else RFC 3986 allows there. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%3A", ":")
                .replace("%3B", ";")
                .replace("%28", "(")
                .replace("%29", ")");
    }

    static String statement(ShownStatement statement, String publicUrl) {
        return publicUrl + "/statements/" + statement.id();
    }

    /** Only if it is a URL; a licence is sometimes given as text. */
    static boolean isIri(String text) {
        return text.matches("https?://[^\\s<>\"{}|\\\\^`\\x00-\\x20]+");
    }
}
