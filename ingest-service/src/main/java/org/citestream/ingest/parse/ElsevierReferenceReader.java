package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Reads Elsevier's {@code ce:bibliography}. What {@code sb:contribution} says is the cited work, what {@code sb:host}
 * says contains it; where there is no contribution with a title, the book itself is cited.
 */
final class ElsevierReferenceReader extends TaggedCitation {
    private static final Set<String> FORMATTING =
            Set.of("italic", "bold", "sup", "inf", "small-caps", "underline", "hsp", "monospace", "sans-serif");

    private String series;
    private boolean inSeries;
    private boolean inHost;
    private boolean writers;

    ElsevierReferenceReader(XmlCursor xml, ReferenceList list, Limits limits) {
        super(xml, list, limits, FORMATTING);
    }

    void readList() throws XMLStreamException {
        xml.eachChild(name -> {
            switch (name) {
                case "bib-reference" -> entry();
                case "bibliography-sec", "further-reading-sec" -> readList();
                default -> {
                    // Titles of the list.
                }
            }
        });
    }

    private void entry() throws XMLStreamException {
        ListEntry entry = new ListEntry(xml.attribute("id"));
        String[] printed = new String[1];
        List<CitationReading> tagged = new ArrayList<>();
        xml.eachChild(name -> {
            String id = xml.attribute("id");
            switch (name) {
                case "label" -> entry.label(xml.text(), null);
                case "reference" -> tagged.add(new CitationReading(name, id, reference()));
                case "other-ref" -> entry.citation(new CitationReading(name, id, plain()));
                case "source-text" -> printed[0] = xml.text();
                case "note" -> entry.remark(new CitationReading(name, id, plain()));
                default -> {
                    // Nothing that names a work.
                }
            }
        });
        if (tagged.size() == 1 && printed[0] != null) {
            tagged.get(0).draft().raw = printed[0];
        } else if (tagged.isEmpty() && printed[0] != null) {
            ReferenceDraft words = new ReferenceDraft();
            words.raw = printed[0];
            PlainCitation.fill(words);
            entry.remark(new CitationReading("source-text", null, words));
        }
        tagged.forEach(entry::citation);
        entry.addTo(list);
    }

    private ReferenceDraft reference() throws XMLStreamException {
        begin();
        readWhole();
        draft.container = or(draft.container, series);
        return draft;
    }

    @Override
    void begin() {
        super.begin();
        series = null;
        inSeries = false;
        inHost = false;
        writers = true;
    }

    @Override
    void field(String name) throws XMLStreamException {
        switch (name) {
            case "label" -> draft.label = or(draft.label, xml.text());
            case "host" -> {
                inHost = true;
                within();
                inHost = false;
            }
            case "book" -> {
                draft.whole = true;
                within();
            }
            case "edited-book" -> {
                draft.whole |= draft.title == null;
                within();
            }
            case "series" -> {
                inSeries = true;
                within();
                inSeries = false;
            }
            case "editors" -> {
                writers = false;
                within();
                writers = true;
            }
            case "author", "editor" -> person().filter(person -> writers).ifPresent(draft.authors::add);
            case "collaboration" -> group(writers);
            case "et-al" -> andOthers();
            case "surname" -> familyName();
            case "given-name" -> givenName();
            case "maintitle" -> title(within());
            case "translated-title" -> within();
            default -> place(name);
        }
    }

    private void title(String title) {
        if (!inHost) {
            draft.title = or(draft.title, title);
        } else if (inSeries) {
            series = or(series, title);
        } else {
            draft.container = or(draft.container, title);
        }
    }

    private void place(String name) throws XMLStreamException {
        switch (name) {
            case "issue" -> {
                // An issue may have a title of its own; the series it belongs to is the journal.
                String before = draft.container;
                within();
                draft.container = series == null ? draft.container : or(before, series);
            }
            case "volume-nr" -> draft.volume = or(draft.volume, within());
            case "issue-nr" -> draft.issue = or(draft.issue, within());
            case "first-page", "article-number" -> draft.firstPage = or(draft.firstPage, within());
            case "last-page" -> draft.lastPage = or(draft.lastPage, within());
            case "date" -> draft.year = or(draft.year, Numbers.year(within()));
            case "date-accessed" -> within();
            case "publisher" -> publisher();
            case "doi" -> draft.id("doi", within());
            case "inter-ref" -> {
                draft.link(xml.attribute("href"));
                draft.link(within());
            }
            default -> within();
        }
    }
}
