package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.citestream.query.PublicUrl;
import org.citestream.query.api.CiteFormat;
import org.citestream.query.api.WorkLookup;
import org.citestream.query.export.cite.CitationStyles;
import org.citestream.query.mcp.answer.FormattedCitation;
import org.citestream.query.mcp.answer.NamedWork;
import org.citestream.query.publication.ShownPublication;

/** How to cite one work. */
@Singleton
@ToolDescription(
        name = "export_citation",
        title = "Export a citation",
        description =
                "A work as a bibliography lists it: in the words of a citation style, or as BibTeX, RIS or CSL-JSON for a"
                        + " reference manager. Take citations from here rather than from memory.",
        answer = FormattedCitation.class)
record CitationExportTool(WorkLookup works, CitationStyles styles, PublicUrl url) implements McpTool {

    @Override
    public InputSchema input() {
        return new InputSchema()
                .text("id", InputSchema.ID)
                .choice(
                        "format",
                        "text where nothing is given",
                        Stream.of(CiteFormat.values())
                                .map(CiteFormat::parameter)
                                .toList())
                .text("style", "Of text and html: apa (usual), vancouver, ieee, or a name as at zotero.org/styles")
                .text("locale", "Of text and html: such as en-GB")
                .required("id");
    }

    @Override
    public Object call(Arguments given) {
        CiteFormat format = given.text("format").map(CiteFormat::named).orElse(CiteFormat.TEXT);
        ShownPublication work = works.find(given.work("id"));
        return new FormattedCitation(
                NamedWork.of(work, url),
                format.parameter(),
                format.write(
                                work,
                                styles,
                                given.text("style").orElse(CiteFormat.USUAL_STYLE),
                                given.text("locale").orElse(null))
                        .strip());
    }
}
