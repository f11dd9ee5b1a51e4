package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.RelatedArticle;

/** Reads {@code front}, or {@code book-meta} and {@code book-part-meta}, into a draft. */
final class JatsFrontReader {
    /** Abstracts beside the main one, whose text is not shown. */
    private static final Set<String> NOT_MAIN = Set.of(
            "graphical",
            "teaser",
            "toc",
            "precis",
            "executive-summary",
            "editor",
            "web-summary",
            "video",
            "key-points",
            "plain-language-summary",
            "short",
            "highlights",
            "author-highlights",
            "impact");

    /** Signs that lead to the footnotes of a title. */
    private static final Set<String> NOTES = Set.of("xref", "fn");

    private final XmlCursor xml;
    private final FrontDraft front;
    private final JatsContributors contributors;
    private final ArticleDraft draft;
    private final FlowReader flow;
    private final JatsFunding funding;
    private final JatsLicence licence;

    JatsFrontReader(XmlCursor xml, ArticleDraft draft, FlowReader flow) {
        this.xml = xml;
        this.front = draft.front;
        this.draft = draft;
        this.flow = flow;
        this.contributors = new JatsContributors(xml);
        this.funding = new JatsFunding(xml, front);
        this.licence = new JatsLicence(xml, front);
    }

    void read() throws XMLStreamException {
        xml.eachChild(name -> {
            switch (name) {
                case "journal-meta" -> xml.eachChild(this::journal);
                case "article-meta", "book-part-meta" -> xml.eachChild(this::article);
                default -> {
                    // Notes.
                }
            }
        });
        finish();
    }

    /** Reads the {@code book-part-meta} that the cursor stands on. */
    void readPart() throws XMLStreamException {
        xml.eachChild(this::article);
        finish();
    }

    /** Reads the {@code book-meta} that the cursor stands on: what the part appeared in. */
    void readBook() throws XMLStreamException {
        xml.eachChild(name -> {
            switch (name) {
                case "book-title-group" ->
                    xml.eachChild(inner -> {
                        if (inner.equals("book-title")) {
                            front.journalTitle = xml.text();
                        }
                    });
                case "pub-date" -> JatsDates.read(xml, front);
                default -> journal(name);
            }
        });
    }

    private void finish() {
        front.authors.addAll(contributors.authors());
    }

    private void journal(String name) throws XMLStreamException {
        switch (name) {
            case "journal-title-group", "publisher" -> xml.eachChild(this::journal);
            case "journal-title" -> front.journalTitle = or(front.journalTitle, xml.text());
            case "abbrev-journal-title" -> front.journalAbbreviation = or(front.journalAbbreviation, xml.text());
            case "journal-id" -> {
                if ("nlm-ta".equals(xml.attribute("journal-id-type"))) {
                    front.journalAbbreviation = xml.text();
                }
            }
            case "issn" -> front.issn(xml.text());
            case "publisher-name" -> front.publisher = or(front.publisher, xml.text());
            default -> {
                // Nothing that a report shows.
            }
        }
    }

    private void article(String name) throws XMLStreamException {
        switch (name) {
            case "article-id", "book-part-id" -> {
                String kind = xml.attribute("pub-id-type", xml.attribute("book-part-id-type", ""));
                front.id(kind, xml.text());
            }
            case "title-group" -> xml.eachChild(this::title);
            case "article-categories", "subj-group" -> xml.eachChild(this::article);
            case "subject" -> front.subject(xml.text());
            case "contrib-group", "aff", "aff-alternatives", "collab", "author-notes" -> contributors.read(name);
            case "pub-date" -> JatsDates.read(xml, front);
            case "volume" -> front.volume = or(front.volume, xml.text());
            case "issue" -> front.issue = or(front.issue, xml.text());
            case "fpage", "elocation-id" -> front.firstPage = or(front.firstPage, xml.text());
            case "lpage" -> front.lastPage = or(front.lastPage, xml.text());
            case "permissions", "license" -> licence.read(name);
            case "self-uri" -> selfUri();
            case "related-article", "related-object" -> related();
            case "abstract" -> summary();
            case "kwd-group" -> xml.eachChild(this::keyword);
            case "funding-group" -> funding.read();
            case "contract-sponsor" -> funding.sponsor();
            default -> {
                // Counts, history, conference.
            }
        }
    }

    private void title(String name) throws XMLStreamException {
        if (name.equals("article-title") || name.equals("title")) {
            front.title = or(front.title, xml.textWithout(NOTES));
        } else if (name.equals("subtitle")) {
            front.subtitle(xml.textWithout(NOTES));
        }
    }

    private void summary() throws XMLStreamException {
        String type = xml.attribute("abstract-type");
        boolean main = type == null || !NOT_MAIN.contains(type);
        draft.readAbstract(flow, main && front.abstractText.isEmpty());
    }

    private void selfUri() {
        String address = xml.attribute("href");
        if (address != null && address.startsWith("http") && front.fullTextUrl == null) {
            front.fullTextUrl = address;
        }
    }

    private void related() throws XMLStreamException {
        String relation = xml.attribute("related-article-type", xml.attribute("link-type", ""));
        String kind = xml.attribute("ext-link-type", "");
        String href = xml.attribute("href");
        ReferenceDraft other = new ReferenceDraft();
        RunningText said = new RunningText(10_000);
        if (href != null) {
            other.id(kind, href);
            other.link(href);
        }
        relatedIds(other, said);
        other.raw = said.isEmpty() ? null : said.plain();
        Optional<PublicationId> id = other.build("related").identifiers().best();
        if (!relation.isBlank() && id.isPresent()) {
            front.related.add(new RelatedArticle(relation.strip(), id.get()));
        }
    }

    /** Ids of a related work stand on it, in elements within it or in its words, each apart from the next. */
    private void relatedIds(ReferenceDraft other, RunningText said) throws XMLStreamException {
        xml.eachNode(said, name -> {
            String kind = xml.attribute("pub-id-type", xml.attribute("ext-link-type", ""));
            String href = xml.attribute("href");
            said.space();
            int start = said.length();
            relatedIds(other, said);
            boolean named = name.equals("pub-id") || name.equals("object-id") || name.equals("article-id");
            other.id(named ? kind : "", said.from(start));
            other.link(href);
            said.space();
        });
    }

    private void keyword(String name) throws XMLStreamException {
        switch (name) {
            case "kwd" -> front.keyword(xml.text());
            case "compound-kwd", "nested-kwd", "kwd-group" -> xml.eachChild(this::keyword);
            default -> {
                // Title of the group.
            }
        }
    }
}
