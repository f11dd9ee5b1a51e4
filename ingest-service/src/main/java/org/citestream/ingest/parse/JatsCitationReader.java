package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** Reads one citation, tagged or not, into a draft; its whole text is kept beside the fields. */
final class JatsCitationReader {
    private static final Set<String> WHOLE_WORKS = Set.of(
            "book",
            "thesis",
            "report",
            "web",
            "webpage",
            "website",
            "software",
            "data",
            "other",
            "gov",
            "standard",
            "patent",
            "working-paper",
            "supplement",
            "undeclared");
    /** Of these the source may be anything: only what stands beside it says whether it is a journal. */
    private static final Set<String> OPEN_TYPES = Set.of("other", "undeclared", "supplement", "data");

    /** Formatting is part of the text around it; every other element is a field, apart from the next. */
    private static final Set<String> FORMATTING = Set.of(
            "italic",
            "bold",
            "sup",
            "sub",
            "sc",
            "underline",
            "overline",
            "roman",
            "monospace",
            "sans-serif",
            "strike",
            "styled-content",
            "named-content",
            "inline-formula",
            "alternatives",
            "tex-math",
            "math",
            "inline-graphic",
            "x",
            "ruby",
            "fixed-case");

    private final XmlCursor xml;
    private final RunningText raw;
    private final CitedPeople people;
    private ReferenceDraft draft;
    private boolean tagged;
    private boolean titled;
    private String partTitle;
    private String conference;

    JatsCitationReader(XmlCursor xml, Limits limits) {
        this.xml = xml;
        this.raw = new RunningText(limits.textLength());
        this.people = new CitedPeople(xml, raw, this::within);
    }

    /** Reads the citation element that the cursor stands on. */
    ReferenceDraft read() throws XMLStreamException {
        draft = new ReferenceDraft();
        raw.clear();
        people.begin();
        tagged = !xml.name().startsWith("mixed");
        titled = false;
        partTitle = null;
        conference = null;
        String type = xml.attribute("publication-type", xml.attribute("citation-type", ""))
                .strip()
                .toLowerCase(Locale.ROOT);
        draft.whole = WHOLE_WORKS.contains(type);
        draft.open = OPEN_TYPES.contains(type);
        draft.link(xml.attribute("href"));
        within();
        draft.raw = raw.isEmpty() ? null : raw.plain();
        people.into(draft);
        draft.container = or(draft.container, conference);
        if (draft.container == null) {
            draft.title = or(draft.title, partTitle);
        }
        PlainCitation.fill(draft);
        return draft;
    }

    /** The text of the element that the cursor stands on, its fields taken on the way. */
    private String within() throws XMLStreamException {
        int start = raw.length();
        xml.eachNode(raw, this::field);
        return raw.from(start);
    }

    private void field(String name) throws XMLStreamException {
        boolean apart = !FORMATTING.contains(name);
        if (apart && tagged) {
            raw.space();
        } else if (apart) {
            raw.border(name.endsWith("-id") || name.endsWith("-link"));
        }
        switch (name) {
            case "label" -> draft.label = or(draft.label, xml.text());
            case "person-group", "name", "string-name", "collab", "name-alternatives", "collab-alternatives" ->
                people.read(name, titled);
            case "surname", "given-names" -> people.part(name);
            case "etal" -> {
                draft.truncated = true;
                raw.append(" et al.");
            }
            case "article-title", "chapter-title", "data-title" -> {
                draft.title = or(draft.title, within());
                titled = true;
            }
            case "part-title" -> partTitle = or(partTitle, within());
            case "source" -> {
                draft.container = or(draft.container, within());
                titled = true;
            }
            case "year" -> year();
            default -> detail(name);
        }
        if (apart && tagged) {
            raw.space();
        } else if (apart) {
            raw.border(false);
        }
    }

    private void year() throws XMLStreamException {
        String iso = xml.attribute("iso-8601-date");
        Integer printed = Numbers.year(within());
        if (draft.year == null) {
            draft.year = printed != null ? printed : Numbers.year(iso);
        }
    }

    /** The day of a visit says nothing about the work. */
    private void dateOfVisit() throws XMLStreamException {
        Integer before = draft.year;
        within();
        draft.year = before;
    }

    private void detail(String name) throws XMLStreamException {
        switch (name) {
            case "volume" -> draft.volume = or(draft.volume, within());
            case "issue" -> draft.issue = or(draft.issue, within());
            case "fpage", "elocation-id" -> draft.firstPage = or(draft.firstPage, within());
            case "lpage" -> draft.lastPage = or(draft.lastPage, within());
            case "page-range" -> pages(within());
            case "publisher-name", "publisher-loc" -> {
                draft.published = true;
                within();
            }
            case "conf-name" -> conference = or(conference, within());
            case "date-in-citation", "access-date", "conf-date" -> dateOfVisit();
            case "pub-id" -> {
                String kind = xml.attribute("pub-id-type", "");
                String href = xml.attribute("href");
                draft.id(kind, within());
                draft.link(href);
            }
            case "ext-link", "uri", "self-uri", "object-id", "inline-supplementary-material" -> {
                String kind = xml.attribute("ext-link-type", xml.attribute("pub-id-type", ""));
                String href = xml.attribute("href");
                String said = within();
                draft.link(href);
                draft.id(kind, href == null ? said : href);
                draft.link(said);
            }
            default -> within();
        }
    }

    private void pages(String range) {
        if (range == null || draft.firstPage != null) {
            return;
        }
        int dash = range.replace('–', '-').indexOf('-');
        draft.firstPage = dash > 0 ? range.substring(0, dash).strip() : range;
        draft.lastPage = dash > 0 ? range.substring(dash + 1).strip() : null;
    }
}
