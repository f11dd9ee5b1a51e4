package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Author;

/**
 * Reads Elsevier's {@code ce:bibliography}. What {@code sb:contribution} says is the cited work, what {@code sb:host}
 * says contains it; where there is no contribution with a title, the book itself is cited.
 */
final class ElsevierReferenceReader {
    private final XmlCursor xml;
    private final ReferenceList list;
    private final RunningText raw;
    private ReferenceDraft draft;
    private String series;
    private boolean inSeries;
    private boolean inHost;
    private boolean writers;
    private String family;
    private final List<String> given = new ArrayList<>();

    ElsevierReferenceReader(XmlCursor xml, ReferenceList list, Limits limits) {
        this.xml = xml;
        this.list = list;
        this.raw = new RunningText(limits.textLength());
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

    /** A citation that is text, with links in it at the most. */
    private ReferenceDraft plain() throws XMLStreamException {
        begin();
        within();
        draft.raw = raw.isEmpty() ? null : raw.plain();
        PlainCitation.fill(draft);
        return draft;
    }

    private ReferenceDraft reference() throws XMLStreamException {
        begin();
        within();
        draft.raw = raw.isEmpty() ? null : raw.plain();
        draft.container = draft.container == null ? series : draft.container;
        return draft;
    }

    private void begin() {
        draft = new ReferenceDraft();
        raw.clear();
        series = null;
        inSeries = false;
        inHost = false;
        writers = true;
        family = null;
        given.clear();
    }

    private String within() throws XMLStreamException {
        int start = raw.length();
        xml.eachNode(raw, name -> {
            boolean apart = !isFormatting(name);
            if (apart) {
                raw.space();
            }
            element(name);
            if (apart) {
                raw.space();
            }
        });
        return raw.from(start);
    }

    private static boolean isFormatting(String name) {
        return switch (name) {
            case "italic", "bold", "sup", "inf", "small-caps", "underline", "hsp", "monospace", "sans-serif" -> true;
            default -> false;
        };
    }

    private void element(String name) throws XMLStreamException {
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
            case "author", "editor" -> person();
            case "collaboration" -> {
                String group = within();
                if (writers && group != null) {
                    draft.authors.add(Author.group(group));
                }
            }
            case "et-al" -> {
                draft.truncated = true;
                raw.append(" et al.");
            }
            case "surname" -> family = within();
            case "given-name" -> {
                String names = within();
                if (names != null) {
                    given.add(names);
                }
            }
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
            case "date" -> {
                Integer year = Numbers.year(within());
                draft.year = draft.year == null ? year : draft.year;
            }
            case "date-accessed" -> within();
            case "publisher" -> {
                draft.published = true;
                within();
            }
            case "doi" -> draft.id("doi", within());
            case "inter-ref" -> {
                draft.link(xml.attribute("href"));
                draft.link(within());
            }
            default -> within();
        }
    }

    private void person() throws XMLStreamException {
        family = null;
        given.clear();
        within();
        if (writers && family != null) {
            draft.authors.add(Author.person(family, given.isEmpty() ? null : String.join(" ", given)));
        }
    }
}
