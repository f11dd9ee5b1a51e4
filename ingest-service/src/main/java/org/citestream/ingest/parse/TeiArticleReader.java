package org.citestream.ingest.parse;

import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.Position;

/** Reads what GROBID made of a PDF. */
final class TeiArticleReader {
    /** The element that it reads. */
    static final String ROOT = "TEI";

    private final XmlCursor xml;
    private final FrontDraft front = new FrontDraft();
    private final ReferenceList references;
    private final ParagraphCollector paragraphs;
    private final FlowReader flow;
    private final TeiHeaderReader header;
    private final TeiBibliographyReader bibliography;

    TeiArticleReader(XmlCursor xml, Limits limits) {
        this.xml = xml;
        this.references = new ReferenceList(limits);
        this.paragraphs = new ParagraphCollector(limits);
        this.bibliography = new TeiBibliographyReader(xml, limits);
        this.flow = new FlowReader(xml, new TeiVocabulary(), paragraphs, this::readList, limits);
        this.header = new TeiHeaderReader(xml, front, this::readAbstract);
    }

    /** Reads the root element that the cursor stands on. */
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
        return new Article(
                Article.Format.TEI,
                front.build(),
                paragraphs.resolve(references),
                references.all(),
                ReferenceConflicts.in(references));
    }

    private void readAbstract() throws XMLStreamException {
        paragraphs.copyTo(front.abstractText.isEmpty() ? front.abstractText : null);
        flow.read(Position.ABSTRACT);
        paragraphs.copyTo(null);
    }

    private void readList() throws XMLStreamException {
        xml.eachChild(name -> {
            if (name.equals("biblStruct") || name.equals("bibl")) {
                String id = xml.attribute("id");
                references.add(id, bibliography.read());
            } else if (name.equals("listBibl")) {
                readList();
            }
        });
    }
}
