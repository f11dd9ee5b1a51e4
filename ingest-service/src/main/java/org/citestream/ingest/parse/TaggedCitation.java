package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Author;

/** Reads the entries of a reference list, one citation after the other into a draft, field by field; its whole text is kept beside the fields. */
abstract class TaggedCitation {
    final XmlCursor xml;
    final ReferenceList list;
    final RunningText raw;
    ReferenceDraft draft;
    private final List<String> given = new ArrayList<>();
    private final Set<String> formatting;
    private String family;

    /** @param formatting elements that are part of the text around them and not apart from it */
    TaggedCitation(XmlCursor xml, ReferenceList list, Limits limits, Set<String> formatting) {
        this.xml = xml;
        this.list = list;
        this.formatting = formatting;
        this.raw = new RunningText(limits.textLength());
    }

    /** Takes the field that the cursor stands on. */
    abstract void field(String name) throws XMLStreamException;

    void begin() {
        draft = new ReferenceDraft();
        raw.clear();
    }

    /** The text of the element that the cursor stands on, its fields taken on the way. */
    String within() throws XMLStreamException {
        int start = raw.length();
        xml.eachNode(raw, name -> {
            boolean apart = !formatting.contains(name);
            if (apart) {
                raw.space();
            }
            field(name);
            if (apart) {
                raw.space();
            }
        });
        return raw.from(start);
    }

    /** Reads the whole of the element that the cursor stands on, and keeps its text. */
    void readWhole() throws XMLStreamException {
        within();
        draft.raw = raw.isEmpty() ? null : raw.plain();
    }

    /** A citation that is text, with links in it at the most. */
    ReferenceDraft plain() throws XMLStreamException {
        begin();
        readWhole();
        PlainCitation.fill(draft);
        return draft;
    }

    /** The person whose name the cursor stands on; empty without a family name. */
    Optional<Author> person() throws XMLStreamException {
        family = null;
        given.clear();
        within();
        return Optional.ofNullable(family)
                .map(name -> Author.person(name, given.isEmpty() ? null : String.join(" ", given)));
    }

    void familyName() throws XMLStreamException {
        family = within();
    }

    void givenName() throws XMLStreamException {
        String name = within();
        if (name != null) {
            given.add(name);
        }
    }

    /** @param writer whether the group that the cursor stands on wrote the work; else only its text counts */
    void group(boolean writer) throws XMLStreamException {
        String name = within();
        if (writer && name != null) {
            draft.authors.add(Author.group(name));
        }
    }

    /** Others wrote the work too, who are not named. */
    void andOthers() {
        draft.truncated = true;
        raw.append(" et al.");
    }

    void publisher() throws XMLStreamException {
        draft.published = true;
        within();
    }
}
