package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Doi;

/** Reads {@code biblStruct}: an entry of the reference list, or the article's own description. */
final class TeiBibliographyReader {
    private final XmlCursor xml;
    private final RunningText raw;
    private ReferenceDraft draft;
    private String rawNote;
    private String family;
    private boolean writer;
    private final List<String> given = new ArrayList<>();

    TeiBibliographyReader(XmlCursor xml, Limits limits) {
        this.xml = xml;
        this.raw = new RunningText(limits.textLength());
    }

    /** Reads the element that the cursor stands on. */
    ReferenceDraft read() throws XMLStreamException {
        draft = new ReferenceDraft();
        draft.whole = true;
        raw.clear();
        rawNote = null;
        within();
        draft.printedDois(Doi.allIn(rawNote));
        draft.raw = rawNote != null ? rawNote : raw.isEmpty() ? null : raw.plain();
        return draft;
    }

    private String within() throws XMLStreamException {
        int start = raw.length();
        xml.eachNode(raw, name -> {
            raw.space();
            element(name);
            raw.space();
        });
        return raw.from(start);
    }

    private void element(String name) throws XMLStreamException {
        switch (name) {
            case "title" -> title(xml.attribute("level", ""));
            case "persName" -> person();
            case "orgName" -> organisation();
            case "editor", "respStmt", "meeting", "publisher" -> xml.text();
            case "author" -> {
                boolean outer = writer;
                writer = true;
                within();
                writer = outer;
            }
            case "surname" -> family = within();
            case "forename" -> {
                String forename = within();
                if (forename != null) {
                    given.add(forename);
                }
            }
            case "date" -> date();
            case "biblScope" -> scope();
            case "idno" -> {
                String kind = xml.attribute("type", "");
                draft.id(kind, within());
            }
            case "ptr", "ref" -> {
                draft.link(xml.attribute("target"));
                within();
            }
            case "note" -> note();
            default -> within();
        }
    }

    private void title(String level) throws XMLStreamException {
        String title = within();
        if (level.equals("a")) {
            draft.title = draft.title == null ? title : draft.title;
        } else if (draft.container == null) {
            draft.container = title;
            draft.whole = !level.equals("j");
        }
    }

    private void person() throws XMLStreamException {
        family = null;
        given.clear();
        within();
        if (family != null) {
            draft.authors.add(Author.person(family, given.isEmpty() ? null : String.join(" ", given)));
        }
    }

    /** A group, where it stands in place of an author. */
    private void organisation() throws XMLStreamException {
        String name = within();
        if (writer && name != null) {
            draft.authors.add(Author.group(name));
        }
    }

    private void date() throws XMLStreamException {
        String when = xml.attribute("when");
        String printed = within();
        if (draft.year == null) {
            draft.year = Numbers.year(when != null ? when : printed);
        }
    }

    private void scope() throws XMLStreamException {
        String unit = xml.attribute("unit", "");
        String from = xml.attribute("from");
        String to = xml.attribute("to");
        raw.append(from == null ? "" : to == null ? from : from + "–" + to);
        String value = within();
        switch (unit) {
            case "volume" -> draft.volume = draft.volume == null ? value : draft.volume;
            case "issue" -> draft.issue = draft.issue == null ? value : draft.issue;
            case "page" -> {
                if (draft.firstPage == null) {
                    draft.firstPage = from != null ? from : value;
                    draft.lastPage = to;
                }
            }
            default -> {
                // Chapters and the like.
            }
        }
    }

    private void note() throws XMLStreamException {
        if ("raw_reference".equals(xml.attribute("type"))) {
            rawNote = xml.text();
        } else {
            within();
        }
    }
}
