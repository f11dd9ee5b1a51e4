package org.citestream.query.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.citestream.kit.problem.Problem;
import org.citestream.query.export.cite.BibTeX;
import org.citestream.query.export.cite.CitationStyles;
import org.citestream.query.export.cite.Ris;
import org.citestream.query.export.cite.UnknownStyleException;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.publication.ShownPublication;

/** The formats of a single citation; the media types are those of DOI content negotiation. */
public enum CiteFormat {
    TEXT("text", "text/plain", "txt", "text/x-bibliography"),
    HTML("html", "text/html", "html", "application/xhtml+xml"),
    BIBTEX("bibtex", "application/x-bibtex", "bib", "text/x-bibtex"),
    RIS("ris", "application/x-research-info-systems", "ris", "application/x-research-info-systems"),
    CSL_JSON(
            "csl-json",
            "application/vnd.citationstyles.csl+json",
            "json",
            "application/json",
            "application/citeproc+json");

    /** The default style. */
    public static final String USUAL_STYLE = "apa";

    private final String parameter;
    private final String mediaType;
    private final String extension;

    @SuppressWarnings("ImmutableEnumChecker") // created by List.of
    private final List<String> alsoCalled;

    CiteFormat(String parameter, String mediaType, String extension, String... alsoCalled) {
        this.parameter = parameter;
        this.mediaType = mediaType;
        this.extension = extension;
        this.alsoCalled = List.of(alsoCalled);
    }

    /** The name in addresses. */
    public String parameter() {
        return parameter;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    /** Whether it is meant for a reference manager rather than for reading. */
    boolean isFile() {
        return this == BIBTEX || this == RIS;
    }

    /** By the parameter, else by the {@code Accept} header, else text. */
    static CiteFormat of(Optional<String> written, HttpHeaders headers) {
        if (written.isPresent()) {
            return named(written.get());
        }
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            String type = accepted.getType() + "/" + accepted.getSubtype();
            for (CiteFormat format : values()) {
                if (format.mediaType.equals(type) || format.alsoCalled.contains(type)) {
                    return format;
                }
            }
            if (type.equals("*/*") || type.equals("text/*")) {
                return TEXT;
            }
            if (type.equals("application/*")) {
                return CSL_JSON;
            }
        }
        throw new ProblemException(Problem.of(
                406,
                "Not acceptable",
                "None of the media types asked for can be written; write format=text, html, bibtex, ris or csl-json"));
    }

    /**
     * The format of that name.
     *
     * @throws BadParameterException if there is none
     */
    public static CiteFormat named(String written) {
        for (CiteFormat format : values()) {
            if (format.parameter.equalsIgnoreCase(written)) {
                return format;
            }
        }
        throw new BadParameterException(
                "format", "'%s' is not known; write text, html, bibtex, ris or csl-json".formatted(written));
    }

    /**
     * The work in this format.
     *
     * @param style of text and HTML
     * @param locale of text and HTML; null for the usual one
     * @throws UnknownStyleException if style or locale are not among the official ones
     */
    public String write(ShownPublication work, CitationStyles styles, String style, String locale) {
        return switch (this) {
            case TEXT -> styles.format(work, style, locale, CitationStyles.CitationMarkup.TEXT) + "\n";
            case HTML -> styles.format(work, style, locale, CitationStyles.CitationMarkup.HTML) + "\n";
            case BIBTEX -> BibTeX.of(work);
            case RIS -> Ris.of(work);
            case CSL_JSON -> "[" + CitationStyles.json(work) + "]\n";
        };
    }

    /** The style that {@code Accept: text/x-bibliography; style=ieee} asks for. */
    static Optional<String> styleIn(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .map(type -> type.getParameters().get("style"))
                .filter(style -> style != null && !style.isBlank())
                .findFirst();
    }
}
