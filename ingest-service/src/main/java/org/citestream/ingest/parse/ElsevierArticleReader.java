package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Position;
import org.citestream.ingest.article.PublicationType;
import org.citestream.ingest.article.RegisteredIds;
import org.citestream.ingest.parse.UnreadableArticleException.Reason;

/**
 * Reads Elsevier's full text as its article retrieval interface hands it out ({@code full-text-retrieval-response}), or
 * the article inside alone. What the interface says in {@code coredata} and what the article says fill each other.
 */
final class ElsevierArticleReader {
    /** The interface's answer. */
    static final String ANSWER = "full-text-retrieval-response";

    private static final Set<String> ROOTS =
            Set.of(ANSWER, "doc", "converted-article", "simple-article", "article", "chapter");
    private static final Pattern NAMESPACE = Pattern.compile("https?://www\\.elsevier\\.com/xml/.*");

    /** The kinds of documents, by Elsevier's abbreviations. */
    private static final Map<String, PublicationType> TYPES = Map.ofEntries(
            Map.entry("fla", PublicationType.RESEARCH_ARTICLE),
            Map.entry("rev", PublicationType.REVIEW),
            Map.entry("ssu", PublicationType.REVIEW),
            Map.entry("sco", PublicationType.SHORT_REPORT),
            Map.entry("crp", PublicationType.CASE_REPORT),
            Map.entry("mic", PublicationType.RESEARCH_ARTICLE),
            Map.entry("dat", PublicationType.DATA),
            Map.entry("pgl", PublicationType.PROTOCOL),
            Map.entry("edi", PublicationType.EDITORIAL),
            Map.entry("dis", PublicationType.COMMENTARY),
            Map.entry("cor", PublicationType.LETTER),
            Map.entry("nws", PublicationType.NEWS),
            Map.entry("brv", PublicationType.BOOK_REVIEW),
            Map.entry("prv", PublicationType.BOOK_REVIEW),
            Map.entry("chp", PublicationType.BOOK_CHAPTER),
            Map.entry("abs", PublicationType.CONFERENCE_PAPER),
            Map.entry("err", PublicationType.CORRECTION),
            Map.entry("add", PublicationType.CORRECTION),
            Map.entry("ret", PublicationType.RETRACTION),
            Map.entry("rem", PublicationType.RETRACTION),
            Map.entry("exp", PublicationType.EXPRESSION_OF_CONCERN));

    private final XmlCursor xml;
    private final FrontDraft front = new FrontDraft();
    private final ReferenceList references;
    private final ParagraphCollector paragraphs;
    private final FlowReader flow;
    private final Set<AuthorDraft> authors = new LinkedHashSet<>();
    private final Map<String, String> affiliations = new HashMap<>();
    private boolean fullText;

    ElsevierArticleReader(XmlCursor xml, Limits limits) {
        this.xml = xml;
        this.references = new ReferenceList(limits);
        this.paragraphs = new ParagraphCollector(limits);
        ElsevierReferenceReader lists = new ElsevierReferenceReader(xml, references, limits);
        this.flow = new FlowReader(xml, new ElsevierVocabulary(), paragraphs, lists::readList, limits);
    }

    /** Whether the element that the cursor stands on is Elsevier's. */
    static boolean reads(XmlCursor xml) {
        String name = xml.name();
        return name.equals(ANSWER)
                || (ROOTS.contains(name) && NAMESPACE.matcher(xml.namespace()).matches());
    }

    /** Reads the element that the cursor stands on. */
    Article read() throws XMLStreamException {
        part(xml.name());
        if (!fullText) {
            throw new RefusalException(
                    Reason.WRONG_ROOT,
                    "Elsevier's answer holds no full text, only what describes the article; ask with view=FULL and a"
                            + " key whose agreement covers it");
        }
        List<Author> named = authors.stream()
                .flatMap(author -> author.build(affiliations).stream())
                .toList();
        if (!named.isEmpty()) {
            front.authors.clear();
            front.authors.addAll(named);
        }
        return new Article(
                Article.Format.ELSEVIER,
                front.build(),
                paragraphs.resolve(references),
                references.all(),
                ReferenceConflicts.in(references));
    }

    private void part(String name) throws XMLStreamException {
        switch (name) {
            case ANSWER, "originalText", "serial-item", "nonserial-item", "head", "simple-head", "doc" ->
                xml.eachChild(this::part);
            case "article", "converted-article", "simple-article", "chapter" -> {
                document();
                xml.eachChild(this::part);
            }
            case "coredata" -> xml.eachChild(this::core);
            case "meta" -> xml.eachChild(this::meta);
            case "item-info", "info" -> xml.eachChild(this::info);
            case "dochead" -> xml.text();
            case "title" -> front.title = or(front.title, titleText());
            case "subtitle" -> {
                String more = titleText();
                front.title = front.title == null || more == null ? front.title : front.title + ": " + more;
            }
            case "author-group" -> xml.eachChild(this::contributor);
            case "abstract" -> summary();
            case "keywords" -> xml.eachChild(this::keyword);
            case "body", "sections", "tail", "back" -> flow.read(Position.BODY);
            case "objects", "attachments", "scopus-id", "scopus-eid", "link" -> {
                // Addresses of figures and files.
            }
            default -> flow.readElement(Position.BODY);
        }
    }

    private void document() {
        fullText = true;
        // The article's own words, where they are, outrank the interface's, which are without markup.
        front.title = null;
        front.language = or(xml.attribute("lang"), front.language);
        String kind = xml.name().equals("chapter") ? "chp" : xml.attribute("docsubtype");
        if (kind != null) {
            front.articleType = kind;
            front.publicationType = TYPES.getOrDefault(kind.toLowerCase(Locale.ROOT), PublicationType.OTHER);
        }
    }

    /** What the interface says: Dublin Core and PRISM. */
    private void core(String name) throws XMLStreamException {
        switch (name) {
            case "doi" -> front.id("doi", xml.text());
            case "title" -> front.title = or(front.title, xml.text());
            case "creator" -> {
                String printed = xml.text();
                if (printed != null) {
                    front.authors.add(PrintedName.read(printed));
                }
            }
            case "publicationName" -> front.journalTitle = or(front.journalTitle, xml.text());
            case "issn" -> issn(xml.text());
            case "volume" -> front.volume = or(front.volume, xml.text());
            case "issueIdentifier", "number" -> front.issue = or(front.issue, xml.text());
            case "startingPage", "articleNumber" -> front.firstPage = or(front.firstPage, xml.text());
            case "endingPage" -> front.lastPage = or(front.lastPage, xml.text());
            case "coverDate" -> date(2, xml.text());
            case "publisher" -> front.publisher = or(front.publisher, xml.text());
            case "openaccessUserLicense" -> front.licence = or(front.licence, xml.text());
            case "description" -> {
                String words = xml.text();
                if (words != null && front.abstractText.isEmpty()) {
                    front.abstractText.append(words);
                }
            }
            case "subject" -> add(front.keywords, xml.text());
            case "pubmed-id" -> front.id("pmid", xml.text());
            default -> {
                // Addresses and flags of the interface.
            }
        }
    }

    /** What lies around the article in its file; the list of references there says nothing that the article does not. */
    private void meta(String name) throws XMLStreamException {
        switch (name) {
            case "available-online-date", "orig-first-available-date" -> date(0, xml.text());
            case "cover-date-start" -> date(2, xml.text());
            case "doi" -> front.id("doi", xml.text());
            case "srctitle" -> front.journalTitle = or(front.journalTitle, xml.text());
            case "vol-first" -> front.volume = or(front.volume, xml.text());
            case "iss-first" -> front.issue = or(front.issue, xml.text());
            case "first-fp", "article-number" -> front.firstPage = or(front.firstPage, xml.text());
            case "last-lp" -> front.lastPage = or(front.lastPage, xml.text());
            case "issn-primary-formatted" -> issn(xml.text());
            case "issns", "volume-list", "issue-list", "pages" -> xml.eachChild(this::meta);
            default -> {
                // Attachments, digests, references in short.
            }
        }
    }

    private void info(String name) throws XMLStreamException {
        switch (name) {
            case "doi" -> front.id("doi", xml.text());
            case "article-number" -> front.firstPage = or(front.firstPage, xml.text());
            case "copyright" -> date(3, xml.attribute("year"));
            case "journal-title", "book-title" -> front.journalTitle = or(front.journalTitle, xml.text());
            default -> {
                // Numbers of production.
            }
        }
    }

    private void contributor(String name) throws XMLStreamException {
        switch (name) {
            case "author" -> {
                AuthorDraft author = new AuthorDraft();
                String orcid = xml.attribute("orcid");
                author.orcid = orcid == null ? null : RegisteredIds.orcid(orcid).orElse(null);
                xml.eachChild(part -> authorPart(part, author));
                authors.add(author);
            }
            case "collaboration" -> {
                AuthorDraft group = new AuthorDraft();
                xml.eachChild(part -> {
                    if (part.equals("text")) {
                        group.group = or(group.group, xml.text());
                    }
                });
                authors.add(group);
            }
            case "affiliation" -> affiliation();
            case "author-group" -> xml.eachChild(this::contributor);
            default -> {
                // Footnotes, correspondence.
            }
        }
    }

    private void authorPart(String name, AuthorDraft author) throws XMLStreamException {
        switch (name) {
            case "given-name" -> author.addGiven(xml.text());
            case "surname" -> author.family = or(author.family, xml.text());
            case "cross-ref", "cross-refs" ->
                Vocabulary.wordsOf(xml.attribute("refid")).stream()
                        .filter(id -> id.startsWith("af"))
                        .forEach(author.affiliationIds::add);
            default -> {
                // Degrees, roles, e-mail.
            }
        }
    }

    private void affiliation() throws XMLStreamException {
        String id = xml.attribute("id");
        String[] words = new String[1];
        xml.eachChild(part -> {
            if (part.equals("textfn")) {
                words[0] = xml.text();
            }
        });
        if (words[0] == null) {
            return;
        }
        if (id != null) {
            affiliations.put(id, words[0]);
        }
        // Without signs, the one affiliation of a group is of all its authors.
        authors.stream()
                .filter(author -> author.affiliationIds.isEmpty() && author.affiliations.isEmpty())
                .forEach(author -> author.affiliations.add(words[0]));
    }

    private void summary() throws XMLStreamException {
        String kind = xml.attribute("class");
        boolean main = kind == null || kind.equals("author");
        if (main) {
            front.abstractText.setLength(0);
        }
        paragraphs.copyTo(main ? front.abstractText : null);
        flow.read(Position.ABSTRACT);
        paragraphs.copyTo(null);
    }

    private void keyword(String name) throws XMLStreamException {
        if (name.equals("keyword")) {
            String[] words = new String[1];
            xml.eachChild(part -> {
                if (part.equals("text")) {
                    words[0] = xml.text();
                }
            });
            add(front.keywords, words[0]);
        }
    }

    /** A title without the signs that lead to its footnotes. */
    private String titleText() throws XMLStreamException {
        RunningText words = new RunningText(10_000);
        titleText(words);
        return words.isEmpty() ? null : words.plain();
    }

    private void titleText(RunningText words) throws XMLStreamException {
        xml.eachNode(words, name -> {
            if (!name.equals("cross-ref") && !name.equals("footnote")) {
                titleText(words);
            }
        });
    }

    private void issn(String issn) {
        if (issn != null) {
            front.issns.add(issn.toUpperCase(Locale.ROOT));
        }
    }

    private void date(int rank, String text) {
        if (text != null) {
            front.date(rank, IsoDate.read(text));
        }
    }

    private static void add(Set<String> to, String text) {
        if (text != null) {
            to.add(text);
        }
    }
}
