package org.citestream.ingest.parse;

import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.Position;

/** An article while it is read: what it says about itself, its references, its paragraphs. */
final class ArticleDraft {
    final FrontDraft front = new FrontDraft();
    final ReferenceList references;
    final ParagraphCollector paragraphs;

    ArticleDraft(Limits limits) {
        this.references = new ReferenceList(limits);
        this.paragraphs = new ParagraphCollector(limits);
    }

    /**
     * Reads the abstract that the cursor stands on.
     *
     * @param shown whether it is the one that is shown; of the others only the citations count
     */
    void readAbstract(FlowReader flow, boolean shown) throws XMLStreamException {
        paragraphs.copyTo(shown ? front.abstractText : null);
        flow.read(Position.ABSTRACT);
        paragraphs.copyTo(null);
    }

    /** The article, now that all is read. */
    Article build(Article.Format format) {
        return build(format, Set.of());
    }

    /** @param shared keys of references from a list that other publications share */
    Article build(Article.Format format, Set<String> shared) {
        return new Article(
                format,
                front.build(),
                paragraphs.resolve(references),
                references.all(),
                ReferenceConflicts.in(references),
                shared);
    }
}
