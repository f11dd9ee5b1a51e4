package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.Position;
import org.citestream.ingest.article.Reference;

/**
 * Reads JATS and NLM articles and book parts. Sub-articles and responses (decision letters, replies, translations) are
 * works of their own with reference lists of their own: they are left out, never mixed into their parent.
 */
final class JatsArticleReader extends XmlArticleReader {
    private static final Set<String> PARTS = Set.of(
            "front",
            "front-stub",
            "body",
            "back",
            "floats-group",
            "floats-wrap",
            "book-meta",
            "book-part",
            "book-part-meta");

    private static final int MOST_NAMED = 5;

    private final JatsFrontReader frontReader;
    private final Set<String> shared = new HashSet<>();

    JatsArticleReader(XmlCursor xml, Limits limits) {
        super(xml, limits, JatsVocabulary.VOCABULARY, list -> new JatsReferenceReader(xml, list, limits)::readList);
        this.frontReader = new JatsFrontReader(xml, draft, flow);
    }

    @Override
    Article read() throws XMLStreamException {
        front.language = xml.attribute("lang");
        front.articleType = xml.attribute("article-type", xml.attribute("book-part-type"));
        if (xml.name().startsWith("book-part")) {
            front.articleType = "book-part";
        }
        List<String> foreign = new ArrayList<>();
        boolean[] own = new boolean[1];
        xml.eachChild(name -> {
            own[0] |= PARTS.contains(name);
            if (!own[0] && foreign.size() < MOST_NAMED) {
                foreign.add(name);
            }
            part(name);
        });
        if (!own[0] && !foreign.isEmpty()) {
            throw ForeignRoots.refuseArticle(foreign);
        }
        if (draft.references.all().isEmpty()) {
            draft.paragraphs.readFootnotes(draft.references);
        }
        return draft.build(Article.Format.JATS, shared);
    }

    private void part(String name) throws XMLStreamException {
        switch (name) {
            case "front" -> frontReader.read();
            case "book-meta" -> frontReader.readBook();
            case "book-part-meta" -> frontReader.readPart();
            case "book-part" -> xml.eachChild(this::part);
            case "body", "back" -> flow.read(Position.BODY);
            case "book-back" -> sharedList();
            case "sub-article", "response" -> {
                // Works of their own.
            }
            default -> flow.readElement(Position.BODY);
        }
    }

    /** The list of a whole book, of which this is a chapter. */
    private void sharedList() throws XMLStreamException {
        int own = draft.references.all().size();
        flow.read(Position.BODY);
        draft.references.all().stream().skip(own).map(Reference::key).forEach(shared::add);
    }

    static List<String> roots() {
        return List.of("article", "book-part", "book-part-wrapper");
    }
}
