package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Author;

/** Reads the {@code Bibliography} of A++: fields from its tagged part, the wording from {@code BibUnstructured}. */
final class SpringerReferenceReader {
    private final XmlCursor xml;
    private final ReferenceList list;
    private final RunningText raw;
    private ReferenceDraft draft;
    private String book;
    private String series;
    private String family;
    private String particle;
    private final List<String> given = new ArrayList<>();

    SpringerReferenceReader(XmlCursor xml, ReferenceList list, Limits limits) {
        this.xml = xml;
        this.list = list;
        this.raw = new RunningText(limits.textLength());
    }

    void readList() throws XMLStreamException {
        xml.eachChild(name -> {
            if (name.equals("Citation")) {
                entry();
            } else if (name.equals("BibSection")) {
                readList();
            }
        });
    }

    private void entry() throws XMLStreamException {
        ListEntry entry = new ListEntry(xml.attribute("ID"));
        List<ReferenceDraft> tagged = new ArrayList<>();
        List<ReferenceDraft> plain = new ArrayList<>();
        xml.eachChild(name -> {
            switch (name) {
                case "CitationNumber" -> entry.label(label(xml.text()), null);
                case "BibUnstructured" -> plain.add(unstructured());
                default -> tagged.add(structured());
            }
        });
        if (tagged.size() == 1 && plain.size() == 1) {
            tagged.get(0).raw = null;
            ReferenceDraft wording = new ReferenceDraft();
            wording.raw = plain.get(0).raw;
            wording.fillFrom(tagged.get(0));
            wording.fillFrom(plain.get(0));
            entry.citation(new CitationReading("BibUnstructured", null, wording));
        } else {
            (tagged.isEmpty() ? plain : tagged)
                    .forEach(one -> entry.citation(new CitationReading("Citation", null, one)));
        }
        entry.addTo(list);
    }

    /** {@code 12.} is 12; a list by names has none. */
    private static String label(String printed) {
        String label = printed == null ? "" : printed.strip().replaceFirst("\\.$", "");
        return label.isEmpty() ? null : label;
    }

    private ReferenceDraft unstructured() throws XMLStreamException {
        begin();
        within();
        draft.raw = raw.isEmpty() ? null : raw.plain();
        PlainCitation.fill(draft);
        return draft;
    }

    private ReferenceDraft structured() throws XMLStreamException {
        begin();
        draft.whole = xml.name().equals("BibBook") || xml.name().equals("BibIssue");
        within();
        draft.raw = raw.isEmpty() ? null : raw.plain();
        if (draft.title == null && draft.container == null && book != null) {
            draft.title = book;
            draft.container = series;
        } else {
            draft.container = or(draft.container, or(book, series));
        }
        return draft;
    }

    private void begin() {
        draft = new ReferenceDraft();
        raw.clear();
        book = null;
        series = null;
    }

    private String within() throws XMLStreamException {
        int start = raw.length();
        xml.eachNode(raw, name -> {
            boolean apart = !name.equals("Emphasis") && !name.equals("Superscript") && !name.equals("Subscript");
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

    private void element(String name) throws XMLStreamException {
        switch (name) {
            case "BibAuthorName" -> person();
            case "BibInstitutionalAuthorName" -> {
                String group = within();
                if (group != null) {
                    draft.authors.add(Author.group(group));
                }
            }
            case "Etal" -> {
                draft.truncated = true;
                raw.append(" et al.");
            }
            case "Initials", "GivenName" -> {
                String part = within();
                if (part != null) {
                    given.add(part);
                }
            }
            case "FamilyName" -> family = within();
            case "Particle" -> particle = within();
            case "Year" -> {
                Integer year = Numbers.year(within());
                draft.year = draft.year == null ? year : draft.year;
            }
            case "ArticleTitle", "ChapterTitle" -> draft.title = or(draft.title, within());
            case "JournalTitle" -> draft.container = or(draft.container, within());
            case "BookTitle" -> book = or(book, within());
            case "SeriesTitle" -> series = or(series, within());
            case "VolumeID" -> draft.volume = or(draft.volume, within());
            case "IssueID" -> draft.issue = or(draft.issue, within());
            case "FirstPage", "BibArticleNumber" -> draft.firstPage = or(draft.firstPage, within());
            case "LastPage" -> draft.lastPage = or(draft.lastPage, within());
            case "PublisherName", "PublisherLocation" -> {
                draft.published = true;
                within();
            }
            case "Occurrence" -> occurrence();
            case "BibArticleDOI", "BibBookDOI", "BibChapterDOI", "ArticleDOI", "ChapterDOI", "BookDOI" ->
                draft.id("doi", within());
            case "RefTarget" -> {
                draft.link(xml.attribute("Address"));
                within();
            }
            case "RefSource" -> draft.link(within());
            default -> within();
        }
    }

    /** Where a database has the work; its handle is no part of the wording. */
    private void occurrence() throws XMLStreamException {
        String kind = xml.attribute("Type", "");
        String[] handle = new String[1];
        xml.eachChild(name -> {
            if (name.equals("Handle")) {
                handle[0] = xml.text();
            }
        });
        draft.id(kind.equals("PID") ? "pmid" : kind, handle[0]);
    }

    private void person() throws XMLStreamException {
        family = null;
        particle = null;
        given.clear();
        within();
        if (family != null) {
            String name = particle == null ? family : particle + " " + family;
            draft.authors.add(Author.person(name, given.isEmpty() ? null : String.join(" ", given)));
        }
    }
}
