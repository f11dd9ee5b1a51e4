package org.citestream.ingest.parse;

import static org.citestream.ingest.parse.FirstSaid.or;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.Position;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.PublicationType;
import org.citestream.ingest.parse.UnreadableArticleException.Reason;

/** Reads Springer's A++: {@code Publisher}, in it the journal or book, in that one article or chapter. */
final class SpringerArticleReader extends XmlArticleReader {
    /** The element that it reads. */
    static final String ROOT = "Publisher";

    private static final Map<String, PublicationType> TYPES = WordTable.of(PublicationType.class, """
        RESEARCH_ARTICLE OriginalPaper
        REVIEW ReviewPaper
        SHORT_REPORT BriefCommunication
        CASE_REPORT CaseReport
        EDITORIAL EditorialNotes
        LETTER Letter
        NEWS News
        BOOK_REVIEW BookReview
        CORRECTION Erratum Correction
        RETRACTION Retraction
        CONFERENCE_PAPER Abstract
        """);

    private final AuthorDrafts authors = new AuthorDrafts();
    private int articles;

    SpringerArticleReader(XmlCursor xml, Limits limits) {
        super(
                xml,
                limits,
                SpringerVocabulary.VOCABULARY,
                list -> new SpringerReferenceReader(xml, list, limits)::readList);
    }

    @Override
    Article read() throws XMLStreamException {
        xml.eachChild(this::part);
        if (articles == 0) {
            throw new RefusalException(Reason.WRONG_ROOT, "<Publisher> holds neither an <Article> nor a <Chapter>");
        }
        front.authors.addAll(authors.build());
        return draft.build(Article.Format.SPRINGER);
    }

    private void part(String name) throws XMLStreamException {
        switch (name) {
            case "PublisherInfo", "JournalInfo", "VolumeInfo", "IssueInfo", "BookInfo" -> xml.eachChild(this::around);
            case "Journal", "Volume", "Issue", "Series", "Book", "Part" -> xml.eachChild(this::part);
            case "Article", "Chapter" -> article();
            case "ArticleInfo", "ChapterInfo" -> {
                front.language = language(xml.attribute("Language"));
                kind(xml.attribute("ArticleType", xml.attribute("ChapterType")), name);
                xml.eachChild(this::info);
            }
            case "ArticleHeader", "ChapterHeader" -> xml.eachChild(this::header);
            case "Body", "ArticleBackmatter", "ChapterBackmatter", "Backmatter" -> flow.read(Position.BODY);
            default -> {
                // What the publisher says of series and parts; NoBody.
            }
        }
    }

    private void article() throws XMLStreamException {
        if (articles++ > 0) {
            throw new RefusalException(
                    Reason.WRONG_ROOT,
                    "<Publisher> holds several articles or chapters; send a file with one <Article> or <Chapter> each");
        }
        xml.eachChild(this::part);
    }

    private void around(String name) throws XMLStreamException {
        switch (name) {
            case "PublisherName" -> front.publisher = or(front.publisher, xml.text());
            case "JournalTitle", "BookTitle" -> front.journalTitle = or(front.journalTitle, xml.text());
            case "JournalAbbreviatedTitle" -> front.journalAbbreviation = or(front.journalAbbreviation, xml.text());
            case "JournalPrintISSN", "JournalElectronicISSN" -> front.issn(xml.text());
            case "VolumeIDStart" -> front.volume = or(front.volume, xml.text());
            case "IssueIDStart" -> front.issue = or(front.issue, xml.text());
            case "IssueHistory" -> xml.eachChild(this::history);
            case "IssueCopyright", "BookCopyright" -> xml.eachChild(this::copyright);
            default -> {
                // Numbers of production.
            }
        }
    }

    private void kind(String given, String element) {
        boolean chapter = element.startsWith("Chapter");
        front.articleType = chapter && given == null ? "Chapter" : given;
        if (chapter) {
            front.publicationType = PublicationType.BOOK_CHAPTER;
        } else if (given != null) {
            front.publicationType = TYPES.getOrDefault(given, PublicationType.OTHER);
        }
    }

    private void info(String name) throws XMLStreamException {
        switch (name) {
            case "ArticleDOI", "ChapterDOI" -> front.id("doi", xml.text());
            case "ArticleTitle", "ChapterTitle" -> {
                // A translation of the title has a language of its own.
                String language = language(xml.attribute("Language"));
                String title = xml.text();
                boolean own = language != null && language.equals(front.language);
                front.title = own ? or(title, front.title) : or(front.title, title);
            }
            case "ArticleSubTitle", "ChapterSubTitle" -> front.subtitle(xml.text());
            case "ArticleCategory" -> front.subject(xml.text());
            case "ArticleFirstPage", "ChapterFirstPage" -> front.firstPage = or(front.firstPage, xml.text());
            case "ArticleLastPage", "ChapterLastPage" -> front.lastPage = or(front.lastPage, xml.text());
            case "ArticleHistory", "ChapterHistory" -> xml.eachChild(this::history);
            case "ArticleCopyright", "ChapterCopyright" -> xml.eachChild(this::copyright);
            default -> {
                // Sequence, grants, context.
            }
        }
    }

    /** Received, registered and accepted days are no publication. */
    private void history(String name) throws XMLStreamException {
        int rank =
                switch (name) {
                    case "OnlineDate", "ePubDate" -> 0;
                    case "PrintDate" -> 1;
                    case "CoverDate" -> 2;
                    default -> -1;
                };
        if (rank < 0) {
            return;
        }
        Integer[] parts = new Integer[3];
        xml.eachChild(part -> {
            switch (part) {
                case "Year" -> parts[0] = xml.number();
                case "Month" -> parts[1] = Months.of(xml.text());
                case "Day" -> parts[2] = xml.number();
                default -> {
                    // The date as printed.
                }
            }
        });
        front.date(rank, new PublicationDate(parts[0], parts[1], parts[2]));
    }

    private void copyright(String name) throws XMLStreamException {
        switch (name) {
            case "CopyrightYear" -> front.date(3, new PublicationDate(xml.number(), null, null));
            case "License" -> {
                String kind = xml.attribute("SubType", "");
                String version = xml.attribute("Version", "");
                String words = xml.text();
                front.licence = or(front.licence, kind.isBlank() ? words : (kind + " " + version).strip());
            }
            default -> {
                // Its holder.
            }
        }
    }

    private void header(String name) throws XMLStreamException {
        switch (name) {
            case "AuthorGroup" -> xml.eachChild(this::contributor);
            case "Abstract" -> {
                String language = language(xml.attribute("Language"));
                boolean main = front.abstractText.isEmpty()
                        && (language == null || front.language == null || language.equals(front.language));
                draft.readAbstract(flow, main);
            }
            case "KeywordGroup" ->
                xml.eachChild(part -> {
                    if (part.equals("Keyword")) {
                        front.keyword(xml.text());
                    }
                });
            default -> flow.readElement(Position.BODY);
        }
    }

    private void contributor(String name) throws XMLStreamException {
        switch (name) {
            case "Author" -> {
                AuthorDraft author = new AuthorDraft();
                author.orcid(xml.attribute("ORCID"));
                author.affiliationIds.addAll(Vocabulary.wordsOf(xml.attribute("AffiliationIDS")));
                xml.eachChild(part -> name(part, author));
                authors.add(author);
            }
            case "InstitutionalAuthor" -> {
                AuthorDraft group = new AuthorDraft();
                group.affiliationIds.addAll(Vocabulary.wordsOf(xml.attribute("AffiliationIDS")));
                xml.eachChild(part -> {
                    if (part.equals("InstitutionalAuthorName")) {
                        group.group = xml.text();
                    }
                });
                authors.add(group);
            }
            case "Affiliation" -> {
                String id = xml.attribute("ID");
                List<String> parts = new ArrayList<>();
                address(parts);
                authors.place(id, parts.isEmpty() ? null : String.join(", ", parts));
            }
            default -> {
                // Notes.
            }
        }
    }

    private void name(String part, AuthorDraft author) throws XMLStreamException {
        switch (part) {
            case "AuthorName" -> xml.eachChild(inner -> name(inner, author));
            case "GivenName" -> author.addGiven(xml.text());
            case "Particle" -> {
                String particle = xml.text();
                author.family = or(particle, author.family);
            }
            case "FamilyName" -> {
                String family = xml.text();
                author.family = author.family == null || family == null ? family : author.family + " " + family;
            }
            default -> {
                // Degrees, addresses.
            }
        }
    }

    private void address(List<String> parts) throws XMLStreamException {
        xml.eachChild(name -> {
            if (name.equals("OrgAddress")) {
                address(parts);
            } else if (!name.equals("OrgID")) {
                String words = xml.text();
                if (words != null) {
                    parts.add(words);
                }
            }
        });
    }

    private static String language(String given) {
        return given == null || given.isBlank() ? null : given.strip().toLowerCase(Locale.ROOT);
    }
}
