package org.citestream.query.web;

import java.util.List;
import org.citestream.query.export.cite.BibTeX;
import org.citestream.query.export.cite.CitationStyles;
import org.citestream.query.export.cite.Ris;
import org.citestream.query.publication.ShownPublication;

/**
 * The texts with which to cite a publication.
 *
 * @param plain formatted in the first of {@link #STYLES}
 */
public record CitationTexts(String plain, String bibtex, String ris) {

    /** A style offered in the dialog, with its common name. */
    public record Style(String name, String label) {}

    static final List<Style> STYLES = List.of(
            new Style("apa", "APA"),
            new Style("vancouver", "Vancouver"),
            new Style("chicago", "Chicago"),
            new Style("harvard", "Harvard"),
            new Style("ieee", "IEEE"),
            new Style("mla", "MLA"),
            new Style("nature", "Nature"),
            new Style("ama", "AMA"));

    static CitationTexts of(ShownPublication work, CitationStyles styles) {
        return new CitationTexts(
                styles.format(work, STYLES.get(0).name(), null, CitationStyles.CitationMarkup.TEXT),
                BibTeX.of(work),
                Ris.of(work));
    }

    public List<Style> styles() {
        return STYLES;
    }
}
