package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Funding;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.RegisteredIds;

/** Reads {@code teiHeader} into a draft. */
final class TeiHeaderReader {
    private final XmlCursor xml;
    private final FrontDraft front;
    private final ArticleDraft draft;
    private final FlowReader flow;
    private boolean source;
    private boolean inMonograph;
    private String family;
    private String group;
    private String orcid;
    private final List<String> given = new ArrayList<>();
    private final List<String> affiliations = new ArrayList<>();

    TeiHeaderReader(XmlCursor xml, ArticleDraft draft, FlowReader flow) {
        this.xml = xml;
        this.draft = draft;
        this.front = draft.front;
        this.flow = flow;
    }

    /** Reads the header that the cursor stands on. */
    void read() throws XMLStreamException {
        xml.eachChild(this::element);
    }

    private void element(String name) throws XMLStreamException {
        switch (name) {
            case "encodingDesc", "revisionDesc" -> {
                // About GROBID, not about the article.
            }
            case "sourceDesc" -> {
                source = true;
                read();
                source = false;
            }
            case "monogr" -> {
                inMonograph = true;
                read();
                inMonograph = false;
            }
            case "title" -> title();
            case "author" -> author();
            case "date" -> date();
            case "publisher" -> front.publisher = or(front.publisher, xml.text());
            case "licence" -> licence();
            case "idno" -> idno();
            case "biblScope" -> scope();
            case "term" -> front.keyword(xml.text());
            case "keywords" -> keywords();
            case "funder" -> funder();
            case "abstract" -> draft.readAbstract(flow, front.abstractText.isEmpty());
            default -> read();
        }
    }

    private void title() throws XMLStreamException {
        String level = xml.attribute("level", "a");
        String kind = xml.attribute("type", "main");
        String title = xml.text();
        if (inMonograph) {
            if (kind.startsWith("abbr")) {
                front.journalAbbreviation = or(front.journalAbbreviation, title);
            } else if (!level.equals("a")) {
                front.journalTitle = or(front.journalTitle, title);
            }
        } else {
            front.title = or(front.title, title);
        }
    }

    private void author() throws XMLStreamException {
        family = null;
        group = null;
        orcid = null;
        given.clear();
        affiliations.clear();
        xml.eachChild(this::authorPart);
        if (family == null && group != null && source) {
            front.authors.add(new Author(group, null, null, affiliations, true));
        }
        if (family != null && source) {
            String forenames = given.isEmpty() ? null : String.join(" ", given);
            front.authors.add(new Author(family, forenames, orcid, affiliations, false));
        }
    }

    private void authorPart(String name) throws XMLStreamException {
        switch (name) {
            case "persName" -> xml.eachChild(this::authorPart);
            case "orgName" -> group = xml.text();
            case "surname" -> family = xml.text();
            case "forename" -> add(given, xml.text());
            case "idno" -> {
                if ("ORCID".equalsIgnoreCase(xml.attribute("type"))) {
                    orcid = RegisteredIds.orcid(xml.text()).orElse(null);
                }
            }
            case "affiliation" -> add(affiliations, affiliation());
            default -> {
                // E-mail.
            }
        }
    }

    private String affiliation() throws XMLStreamException {
        List<String> parts = new ArrayList<>();
        affiliationParts(parts);
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private void affiliationParts(List<String> parts) throws XMLStreamException {
        xml.eachChild(name -> {
            switch (name) {
                case "address" -> affiliationParts(parts);
                case "note", "idno" -> {
                    // The same again, unread.
                }
                default -> add(parts, xml.text());
            }
        });
    }

    private void date() throws XMLStreamException {
        String when = xml.attribute("when");
        String text = when != null ? when : xml.text();
        if (text == null) {
            return;
        }
        List<String> parts = List.of(text.split("-", -1));
        Integer year = Numbers.year(text);
        Integer month = when != null && parts.size() > 1 ? Numbers.leading(parts.get(1)) : null;
        Integer day = when != null && parts.size() > 2 ? Numbers.leading(parts.get(2)) : null;
        front.date(source ? 0 : 1, new PublicationDate(year, month, day));
    }

    private void licence() throws XMLStreamException {
        String address = xml.attribute("target");
        String words = xml.text();
        front.licence = or(front.licence, or(address, words));
    }

    private void idno() throws XMLStreamException {
        String kind = xml.attribute("type", "");
        String value = xml.text();
        if (kind.equalsIgnoreCase("ISSN") || kind.equalsIgnoreCase("eISSN")) {
            front.issn(value);
        } else {
            front.id(kind, value);
        }
    }

    private void scope() throws XMLStreamException {
        String from = xml.attribute("from");
        String to = xml.attribute("to");
        String unit = xml.attribute("unit", "");
        String value = xml.text();
        switch (unit) {
            case "volume" -> front.volume = or(front.volume, value);
            case "issue" -> front.issue = or(front.issue, value);
            case "page" -> {
                front.firstPage = or(front.firstPage, or(from, value));
                front.lastPage = or(front.lastPage, to);
            }
            default -> {
                // Nothing that a report shows.
            }
        }
    }

    private void keywords() throws XMLStreamException {
        RunningText loose = new RunningText(100_000);
        xml.eachNode(loose, this::element);
        if (!loose.isEmpty() && front.keywords.isEmpty()) {
            List.of(loose.plain().split("[;,]", -1)).forEach(word -> front.keyword(word.strip()));
        }
    }

    private void funder() throws XMLStreamException {
        String[] name = new String[1];
        xml.eachChild(child -> {
            if (child.equals("orgName") && name[0] == null) {
                name[0] = xml.text();
            }
        });
        if (name[0] != null) {
            front.funding.add(new Funding(name[0], null, List.of()));
        }
    }

    private static void add(java.util.Collection<String> to, String text) {
        if (text != null && !text.isEmpty()) {
            to.add(text);
        }
    }
}
