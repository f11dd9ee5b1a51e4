package org.citestream.ingest.parse;

import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Position;

/** Reads abstracts: the text of the main one for display, the citations of all. */
final class JatsAbstracts {
    private static final Set<String> NOT_MAIN = Set.of(
            "graphical",
            "teaser",
            "toc",
            "precis",
            "executive-summary",
            "editor",
            "web-summary",
            "video",
            "key-points",
            "plain-language-summary",
            "short",
            "highlights",
            "author-highlights",
            "impact");

    private final XmlCursor xml;
    private final FrontDraft front;
    private final FlowReader flow;
    private final ParagraphCollector paragraphs;

    JatsAbstracts(XmlCursor xml, FrontDraft front, FlowReader flow, ParagraphCollector paragraphs) {
        this.xml = xml;
        this.front = front;
        this.flow = flow;
        this.paragraphs = paragraphs;
    }

    /** Reads the {@code abstract} that the cursor stands on. */
    void read() throws XMLStreamException {
        String type = xml.attribute("abstract-type");
        boolean main = front.abstractText.isEmpty() && (type == null || !NOT_MAIN.contains(type));
        paragraphs.copyTo(main ? front.abstractText : null);
        flow.read(Position.ABSTRACT);
        paragraphs.copyTo(null);
    }
}
