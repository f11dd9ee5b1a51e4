package org.citestream.query.dialect.semanticscholar;

import java.util.Optional;
import java.util.regex.Pattern;
import org.citestream.query.publication.ShownPublication;

/** The URL of an open PDF of a work. A publisher's landing page does not qualify: clients load this URL as a PDF. Stateless. */
final class OpenPdf {

    private static final String ARXIV = "https://arxiv.org/";

    /** How to recognise the URL of a PDF, as publishers and repositories write it; valid in Java and in PostgreSQL. */
    private static final String ADDRESS = "^https?://.*(\\.pdf($|[?#])|/pdf(/|$|[?#])|[?&]type=printable)";

    private static final Pattern PDF = Pattern.compile(ADDRESS, Pattern.CASE_INSENSITIVE);

    /** Whether there is one of the work {@code p}, as SQL. */
    static final String CONDITION = "((p.full_text_url ~* '" + ADDRESS + "' AND (p.licence LIKE '%"
            + ShownPublication.OPEN_LICENCE + "%' OR p.licence_id LIKE '" + ShownPublication.OPEN_LICENCE_ID
            + "%' OR p.full_text_url LIKE '" + ARXIV
            + "%')) OR coalesce(p.arxiv, substring(p.id FROM '^arxiv:(.*)$')) IS NOT NULL)";

    private OpenPdf() {}

    /** The address, if there is one. */
    static Optional<String> of(ShownPublication work) {
        String written = work.fullTextUrl();
        if (written != null && PDF.matcher(written).find() && (work.openlyLicensed() || written.startsWith(ARXIV))) {
            return Optional.of(written);
        }
        return Optional.ofNullable(work.ids().get("arxiv")).map(id -> ARXIV + "pdf/" + id);
    }
}
