package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Reads one citation, tagged or not, into a draft; its whole text is kept beside the fields. A citation that counts several
 * works, {@code (a) … (b) …}, gives as many.
 */
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
    private final List<ReferenceDraft> works = new ArrayList<>();
    private ReferenceDraft draft;
    private String type;
    /** How many elements of the citation the cursor stands in. */
    private int level;
    /** Where the work at hand begins in the text. */
    private int start;

    private boolean tagged;
    private boolean titled;
    private String partTitle;
    private String conference;

    JatsCitationReader(XmlCursor xml, Limits limits) {
        this.xml = xml;
        this.raw = new RunningText(limits.textLength());
        this.people = new CitedPeople(xml, raw, this::within);
    }

    /** Reads the citation element that the cursor stands on; at least one work. */
    List<ReferenceDraft> read() throws XMLStreamException {
        works.clear();
        raw.clear();
        start = 0;
        level = 0;
        tagged = !xml.name().startsWith("mixed");
        type = xml.attribute("publication-type", xml.attribute("citation-type", ""))
                .strip()
                .toLowerCase(Locale.ROOT);
        begin();
        draft.link(xml.attribute("href"));
        within();
        draft.raw = raw.from(start);
        finish();
        return List.copyOf(works);
    }

    private void begin() {
        draft = new ReferenceDraft();
        people.begin();
        titled = false;
        partTitle = null;
        conference = null;
        draft.whole = WHOLE_WORKS.contains(type);
        draft.open = OPEN_TYPES.contains(type);
    }

    private void finish() {
        people.into(draft);
        draft.container = or(draft.container, conference);
        if (draft.container == null) {
            draft.title = or(draft.title, partTitle);
        }
        PlainCitation.fill(draft);
        works.add(draft);
    }

    /** Ends the work at hand where the text counts another: the letter belongs to what follows. */
    private void startAnother(String element) {
        int border = WorkBorder.before(raw, start, draft, people.any(), element);
        if (border < 0) {
            return;
        }
        draft.raw = raw.between(start, border).replaceFirst("[;,\\s]+$", "");
        finish();
        start = border;
        begin();
    }

    /** The text of the element that the cursor stands on, its fields taken on the way. */
    private String within() throws XMLStreamException {
        int from = raw.length();
        level++;
        xml.eachNode(raw, this::field);
        level--;
        return raw.from(from);
    }

    private void field(String name) throws XMLStreamException {
        if (!tagged && level == 1) {
            startAnother(name);
        }
        boolean apart = !FORMATTING.contains(name);
        if (apart && tagged) {
            raw.space();
        } else if (apart) {
            raw.border(name.endsWith("-id") || name.endsWith("-link"));
        }
        switch (name) {
            case "label" -> draft.label = or(draft.label, xml.text());
            case "person-group",
                    "name",
                    "string-name",
                    "collab",
                    "collab-name",
                    "institution",
                    "name-alternatives",
                    "collab-alternatives",
                    "collab-name-alternatives",
                    "collab-wrap-alternatives" -> people.read(name, titled);
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

    private void date() throws XMLStreamException {
        String iso = xml.attribute("iso-8601-date");
        within();
        draft.year = or(draft.year, Numbers.year(iso));
    }

    /** The day of a visit or of a meeting says nothing about the work; other days do where they are said to be its own. */
    private void otherDate() throws XMLStreamException {
        Integer before = draft.year;
        boolean own = xml.attribute("content-type", "").startsWith("pub");
        Integer said = Numbers.year(within());
        draft.year = own ? or(before, said) : before;
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
            case "date" -> date();
            case "date-in-citation", "access-date", "conf-date" -> otherDate();
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
