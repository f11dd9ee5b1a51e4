package org.citestream.ingest.parse;

import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.parse.FlowReader.ReferenceListReader;

/** What the readers of articles in XML share: the draft that they fill, and the reader of running text. */
abstract class XmlArticleReader {
    final XmlCursor xml;
    final ArticleDraft draft;
    final FrontDraft front;
    final FlowReader flow;

    /** @param lists makes the reader of reference lists from the list that it fills */
    XmlArticleReader(
            XmlCursor xml, Limits limits, Vocabulary vocabulary, Function<ReferenceList, ReferenceListReader> lists) {
        this.xml = xml;
        this.draft = new ArticleDraft(limits);
        this.front = draft.front;
        this.flow = new FlowReader(xml, vocabulary, draft.paragraphs, lists.apply(draft.references), limits);
    }

    /** Reads the root element that the cursor stands on. */
    abstract Article read() throws XMLStreamException;
}
