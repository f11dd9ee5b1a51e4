package org.citestream.ingest.parse;

import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Author;

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
    private static final Set<String> WRITERS =
            Set.of("author", "authors", "allauthors", "inventor", "collab", "assignee", "curator", "compiler");

    private final XmlCursor xml;
    private final RunningText raw;
    private ReferenceDraft draft;
    private boolean tagged;
    private boolean writers;
    private String family;
    private String given;

    JatsCitationReader(XmlCursor xml, Limits limits) {
        this.xml = xml;
        this.raw = new RunningText(limits.textLength());
    }

    /** Reads the citation element that the cursor stands on. */
    ReferenceDraft read() throws XMLStreamException {
        draft = new ReferenceDraft();
        raw.clear();
        tagged = !xml.name().startsWith("mixed");
        writers = true;
        String type = xml.attribute("publication-type", xml.attribute("citation-type", ""));
        draft.whole = WHOLE_WORKS.contains(type.toLowerCase(Locale.ROOT));
        draft.link(xml.attribute("href"));
        within();
        draft.raw = raw.isEmpty() ? null : raw.plain();
        return draft;
    }

    /** The text of the element that the cursor stands on, its fields taken on the way. */
    private String within() throws XMLStreamException {
        int start = raw.length();
        xml.eachNode(raw, this::field);
        return raw.from(start);
    }

    private void field(String name) throws XMLStreamException {
        if (tagged) {
            raw.space();
        }
        switch (name) {
            case "person-group" -> people();
            case "name", "string-name" -> person();
            case "surname" -> family = within();
            case "given-names" -> given = within();
            case "collab" -> group();
            case "etal" -> {
                draft.truncated = true;
                raw.append(" et al.");
            }
            case "article-title", "chapter-title", "data-title", "part-title" -> {
                String title = within();
                draft.title = draft.title == null ? title : draft.title;
            }
            case "source" -> {
                String source = within();
                draft.container = draft.container == null ? source : draft.container;
            }
            case "year" -> {
                Integer year = Numbers.year(within());
                draft.year = draft.year == null ? year : draft.year;
            }
            default -> detail(name);
        }
        if (tagged) {
            raw.space();
        }
    }

    private void detail(String name) throws XMLStreamException {
        switch (name) {
            case "volume" -> draft.volume = or(draft.volume, within());
            case "issue" -> draft.issue = or(draft.issue, within());
            case "fpage", "elocation-id" -> draft.firstPage = or(draft.firstPage, within());
            case "lpage" -> draft.lastPage = or(draft.lastPage, within());
            case "page-range" -> pages(within());
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

    private static String or(String known, String found) {
        return known == null ? found : known;
    }

    private void pages(String range) {
        if (range == null || draft.firstPage != null) {
            return;
        }
        int dash = range.replace('–', '-').indexOf('-');
        draft.firstPage = dash > 0 ? range.substring(0, dash).strip() : range;
        draft.lastPage = dash > 0 ? range.substring(dash + 1).strip() : null;
    }

    private void people() throws XMLStreamException {
        boolean before = writers;
        String type = xml.attribute("person-group-type");
        writers = type == null || WRITERS.contains(type.toLowerCase(Locale.ROOT));
        within();
        writers = before;
    }

    private void person() throws XMLStreamException {
        family = null;
        given = null;
        String printed = within();
        if (!writers || printed == null) {
            return;
        }
        if (family != null) {
            draft.authors.add(Author.person(family, given));
        } else {
            draft.authors.add(PrintedName.read(printed));
        }
        family = null;
        given = null;
    }

    private void group() throws XMLStreamException {
        String name = within();
        if (writers && name != null) {
            draft.authors.add(Author.group(name));
        }
    }
}
