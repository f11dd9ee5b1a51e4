package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

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
import org.citestream.ingest.parse.UnreadableArticleException.Reason;

/**
 * Reads Elsevier's full text as its article retrieval interface hands it out ({@code full-text-retrieval-response}), or
 * the article inside alone. What the interface says in {@code coredata} and what the article says fill each other.
 */
final class ElsevierArticleReader extends XmlArticleReader {
    /** The interface's answer. */
    static final String ANSWER = "full-text-retrieval-response";

    private static final Set<String> ROOTS =
            Set.of(ANSWER, "doc", "converted-article", "simple-article", "article", "chapter");
    /** Signs that lead to the footnotes of a title. */
    private static final Set<String> NOTES = Set.of("cross-ref", "footnote");

    private static final Pattern NAMESPACE = Pattern.compile("https?://www\\.elsevier\\.com/xml/.*");

    /** The kinds of documents, by Elsevier's abbreviations. */
    private static final Map<String, PublicationType> TYPES = WordTable.of(PublicationType.class, """
        RESEARCH_ARTICLE fla mic
        REVIEW rev ssu
        SHORT_REPORT sco
        CASE_REPORT crp
        DATA dat
        PROTOCOL pgl
        EDITORIAL edi
        COMMENTARY dis
        LETTER cor
        NEWS nws
        BOOK_REVIEW brv prv
        BOOK_CHAPTER chp
        CONFERENCE_PAPER abs
        CORRECTION err add
        RETRACTION ret rem
        EXPRESSION_OF_CONCERN exp
        """);

    private final AuthorDrafts authors = new AuthorDrafts();
    private boolean fullText;

    ElsevierArticleReader(XmlCursor xml, Limits limits) {
        super(
                xml,
                limits,
                ElsevierVocabulary.VOCABULARY,
                list -> new ElsevierReferenceReader(xml, list, limits)::readList);
    }

    /** Whether the element that the cursor stands on is Elsevier's. */
    static boolean reads(XmlCursor xml) {
        String name = xml.name();
        return name.equals(ANSWER)
                || (ROOTS.contains(name) && NAMESPACE.matcher(xml.namespace()).matches());
    }

    @Override
    Article read() throws XMLStreamException {
        part(xml.name());
        if (!fullText) {
            throw new RefusalException(
                    Reason.WRONG_ROOT,
                    "Elsevier's answer holds no full text, only what describes the article; ask with view=FULL and a"
                            + " key whose agreement covers it");
        }
        List<Author> named = authors.build();
        if (!named.isEmpty()) {
            front.authors.clear();
            front.authors.addAll(named);
        }
        return draft.build(Article.Format.ELSEVIER);
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
            case "title" -> front.title = or(front.title, xml.textWithout(NOTES));
            case "subtitle" -> front.subtitle(xml.textWithout(NOTES));
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
            case "issn" -> front.issn(xml.text());
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
            case "subject" -> front.keyword(xml.text());
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
            case "issn-primary-formatted" -> front.issn(xml.text());
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
                author.orcid(xml.attribute("orcid"));
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
        if (words[0] != null) {
            authors.place(id, words[0]);
            // Without signs, the one affiliation of a group is of all its authors.
            authors.placeRest(words[0]);
        }
    }

    private void summary() throws XMLStreamException {
        String kind = xml.attribute("class");
        boolean main = kind == null || kind.equals("author");
        if (main) {
            front.abstractText.setLength(0);
        }
        draft.readAbstract(flow, main);
    }

    private void keyword(String name) throws XMLStreamException {
        if (name.equals("keyword")) {
            String[] words = new String[1];
            xml.eachChild(part -> {
                if (part.equals("text")) {
                    words[0] = xml.text();
                }
            });
            front.keyword(words[0]);
        }
    }

    private void date(int rank, String text) {
        if (text != null) {
            front.date(rank, IsoDate.read(text));
        }
    }
}
