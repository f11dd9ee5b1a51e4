package org.citestream.ingest.parse;

import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.Position;

/** Reads what GROBID made of a PDF. */
final class TeiArticleReader extends XmlArticleReader {
    /** The element that it reads. */
    static final String ROOT = "TEI";

    private final TeiHeaderReader header;

    TeiArticleReader(XmlCursor xml, Limits limits) {
        super(xml, limits, TeiVocabulary.VOCABULARY, list -> new TeiReferenceReader(xml, list, limits)::readList);
        this.header = new TeiHeaderReader(xml, draft, flow);
    }

    @Override
    Article read() throws XMLStreamException {
        xml.eachChild(name -> {
            if (name.equals("teiHeader")) {
                front.language = xml.attribute("lang");
                header.read();
            } else if (name.equals("text")) {
                String language = xml.attribute("lang");
                front.language = language == null ? front.language : language;
                flow.read(Position.BODY);
            }
        });
        return draft.build(Article.Format.TEI);
    }
}
