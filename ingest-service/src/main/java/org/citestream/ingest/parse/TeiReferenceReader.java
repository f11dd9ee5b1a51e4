package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Doi;

/** Reads {@code listBibl}, the reference list. */
final class TeiReferenceReader extends TaggedCitation {
    private String rawNote;
    private boolean writer;

    TeiReferenceReader(XmlCursor xml, ReferenceList list, Limits limits) {
        super(xml, list, limits, Set.of());
    }

    void readList() throws XMLStreamException {
        xml.eachChild(name -> {
            if (name.equals("biblStruct") || name.equals("bibl")) {
                String id = xml.attribute("id");
                list.add(id, read());
            } else if (name.equals("listBibl")) {
                readList();
            }
        });
    }

    private ReferenceDraft read() throws XMLStreamException {
        begin();
        draft.whole = true;
        rawNote = null;
        readWhole();
        draft.printedDois(Doi.allIn(rawNote));
        draft.raw = or(rawNote, draft.raw);
        return draft;
    }

    @Override
    void field(String name) throws XMLStreamException {
        switch (name) {
            case "title" -> title(xml.attribute("level", ""));
            case "persName" -> person().ifPresent(draft.authors::add);
            case "orgName" -> group(writer);
            case "editor", "respStmt", "meeting", "publisher" -> xml.text();
            case "author" -> {
                boolean outer = writer;
                writer = true;
                within();
                writer = outer;
            }
            case "surname" -> familyName();
            case "forename" -> givenName();
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
            draft.title = or(draft.title, title);
        } else if (draft.container == null) {
            draft.container = title;
            draft.whole = !level.equals("j");
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
            case "volume" -> draft.volume = or(draft.volume, value);
            case "issue" -> draft.issue = or(draft.issue, value);
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
