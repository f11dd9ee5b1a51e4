package org.citestream.ingest.parse;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.Position;

/**
 * Reads JATS and NLM articles and book parts. Sub-articles and responses (decision letters, replies, translations) are
 * works of their own with reference lists of their own: they are left out, never mixed into their parent.
 */
final class JatsArticleReader {
    private final XmlCursor xml;
    private final FrontDraft front = new FrontDraft();
    private final ReferenceList references;
    private final ParagraphCollector paragraphs;
    private final FlowReader flow;
    private final JatsFrontReader frontReader;

    JatsArticleReader(XmlCursor xml, Limits limits) {
        this.xml = xml;
        this.references = new ReferenceList(limits);
        this.paragraphs = new ParagraphCollector(limits);
        JatsReferenceReader lists = new JatsReferenceReader(xml, references, limits);
        this.flow = new FlowReader(xml, new JatsVocabulary(), paragraphs, lists::readList, limits);
        JatsAbstracts abstracts = new JatsAbstracts(xml, front, flow, paragraphs);
        this.frontReader = new JatsFrontReader(xml, front, abstracts);
    }

    /** Reads the root element that the cursor stands on. */
    Article read() throws XMLStreamException {
        front.language = xml.attribute("lang");
        front.articleType = xml.attribute("article-type", xml.attribute("book-part-type"));
        if (xml.name().startsWith("book-part")) {
            front.articleType = "book-part";
        }
        xml.eachChild(this::part);
        return new Article(
                Article.Format.JATS,
                front.build(),
                paragraphs.resolve(references),
                references.all(),
                ReferenceConflicts.in(references));
    }

    private void part(String name) throws XMLStreamException {
        switch (name) {
            case "front" -> frontReader.read();
            case "book-meta" -> frontReader.readBook();
            case "book-part-meta" -> frontReader.readPart();
            case "book-part" -> xml.eachChild(this::part);
            case "body", "back" -> flow.read(Position.BODY);
            case "sub-article", "response" -> {
                // Works of their own.
            }
            default -> flow.readElement(Position.BODY);
        }
    }

    static List<String> roots() {
        return List.of("article", "book-part", "book-part-wrapper");
    }
}
