package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Author;

/** Reads the {@code Bibliography} of A++: fields from its tagged part, the wording from {@code BibUnstructured}. */
final class SpringerReferenceReader extends TaggedCitation {
    private static final Set<String> FORMATTING = Set.of("Emphasis", "Superscript", "Subscript");

    private String book;
    private String series;
    private String particle;

    SpringerReferenceReader(XmlCursor xml, ReferenceList list, Limits limits) {
        super(xml, list, limits, FORMATTING);
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
                case "BibUnstructured" -> plain.add(plain());
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

    private ReferenceDraft structured() throws XMLStreamException {
        begin();
        draft.whole = xml.name().equals("BibBook") || xml.name().equals("BibIssue");
        readWhole();
        if (draft.title == null && draft.container == null && book != null) {
            draft.title = book;
            draft.container = series;
        } else {
            draft.container = or(draft.container, or(book, series));
        }
        return draft;
    }

    @Override
    void begin() {
        super.begin();
        book = null;
        series = null;
    }

    @Override
    void field(String name) throws XMLStreamException {
        switch (name) {
            case "BibAuthorName" -> {
                particle = null;
                person().map(this::withParticle).ifPresent(draft.authors::add);
            }
            case "BibInstitutionalAuthorName" -> group(true);
            case "Etal" -> andOthers();
            case "Initials", "GivenName" -> givenName();
            case "FamilyName" -> familyName();
            case "Particle" -> particle = within();
            case "Year" -> draft.year = or(draft.year, Numbers.year(within()));
            case "ArticleTitle", "ChapterTitle" -> draft.title = or(draft.title, within());
            case "JournalTitle" -> draft.container = or(draft.container, within());
            case "BookTitle" -> book = or(book, within());
            case "SeriesTitle" -> series = or(series, within());
            case "VolumeID" -> draft.volume = or(draft.volume, within());
            case "IssueID" -> draft.issue = or(draft.issue, within());
            case "FirstPage", "BibArticleNumber" -> draft.firstPage = or(draft.firstPage, within());
            case "LastPage" -> draft.lastPage = or(draft.lastPage, within());
            case "PublisherName", "PublisherLocation" -> publisher();
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

    private Author withParticle(Author person) {
        return particle == null ? person : Author.person(particle + " " + person.family(), person.given());
    }
}
