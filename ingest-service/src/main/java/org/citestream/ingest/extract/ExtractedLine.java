package org.citestream.ingest.extract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Front;
import org.citestream.ingest.article.Funding;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.parse.UnreadableArticleException;
import org.citestream.ingest.statement.CitationStatement;
import org.citestream.ingest.statement.CitedReference;
import org.citestream.ingest.statement.Extraction;
import org.citestream.ingest.statement.Span;
import org.citestream.ingest.statement.UnresolvedMarker;

/**
 * One line of {@code extract}: what one file holds, or why it was rejected. The shape is an interface; what is unknown
 * is absent. Spans are pairs of UTF-16 offsets, the end exclusive.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExtractedLine(
        String file,
        DescribedWork publication,
        List<ListedReference> references,
        List<Statement> statements,
        List<Unresolved> unresolved,
        List<String> conflicts,
        Rejection rejected) {
    private static final ObjectWriter JSON = new ObjectMapper().writerFor(ExtractedLine.class);

    /** The citing publication. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record DescribedWork(
            String id,
            String doi,
            String pmid,
            String pmcid,
            String arxiv,
            String title,
            Integer year,
            Integer month,
            Integer day,
            List<Person> authors,
            String journal,
            String journalAbbreviation,
            List<String> issns,
            String publisher,
            String volume,
            String issue,
            String pages,
            String articleType,
            String publicationType,
            List<String> subjects,
            List<String> keywords,
            List<Funding> funding,
            String licence,
            String language,
            String fullTextUrl,
            List<IssuedNotice> notices,
            List<Link> related,
            @JsonProperty("abstract") String abstractText) {

        static DescribedWork of(Front front) {
            return new DescribedWork(
                    front.id().value(),
                    front.identifiers().doi(),
                    front.identifiers().pmid(),
                    front.identifiers().pmcid(),
                    front.identifiers().arxiv(),
                    front.title(),
                    front.date().year(),
                    front.date().month(),
                    front.date().day(),
                    front.authors().stream().map(Person::of).toList(),
                    front.journal().title(),
                    front.journal().abbreviation(),
                    front.journal().issns(),
                    front.journal().publisher(),
                    front.placement().volume(),
                    front.placement().issue(),
                    front.placement().pages(),
                    front.articleType(),
                    front.publicationType().wireName(),
                    front.subjects(),
                    front.keywords(),
                    front.funding(),
                    front.licence(),
                    front.language(),
                    front.fullTextUrl(),
                    front.notices().stream()
                            .map(notice -> new IssuedNotice(
                                    notice.kind().wireName(),
                                    notice.about().value(),
                                    notice.notice() == null
                                            ? null
                                            : notice.notice().value()))
                            .toList(),
                    front.related().stream()
                            .map(other -> new Link(other.relation(), other.id().value()))
                            .toList(),
                    front.abstractText());
        }
    }

    /** An author. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Person(String family, String given, String orcid, List<String> affiliations) {
        static Person of(Author author) {
            return new Person(author.family(), author.given(), author.orcid(), author.affiliations());
        }
    }

    /** An editorial notice. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IssuedNotice(String kind, String about, String notice) {}

    /** A related article. */
    record Link(String relation, String id) {}

    /** An entry of the reference list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListedReference(
            String key,
            String label,
            String cited,
            String doi,
            String pmid,
            String pmcid,
            String arxiv,
            String title,
            String authors,
            String container,
            Integer year,
            String relationship,
            String raw) {

        static ListedReference of(CitedReference entry) {
            Reference reference = entry.reference();
            String authors = String.join(
                    "; ", reference.authors().stream().map(Author::displayName).toList());
            return new ListedReference(
                    reference.key(),
                    reference.label(),
                    entry.cited().value(),
                    reference.identifiers().doi(),
                    reference.identifiers().pmid(),
                    reference.identifiers().pmcid(),
                    reference.identifiers().arxiv(),
                    reference.title(),
                    authors.isEmpty() ? null : authors,
                    reference.container(),
                    reference.year(),
                    entry.relationship().kind().wireName(),
                    reference.raw());
        }
    }

    /** A citation statement. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Statement(
            String id,
            String referenceKey,
            String cited,
            String position,
            List<String> headingPath,
            String secType,
            String text,
            String before,
            String after,
            List<Integer> marker,
            List<List<Integer>> markers,
            int mentions,
            int groupSize,
            boolean impliedByRange,
            boolean truncated,
            String relationship,
            MatchedMarker markerMatch) {

        static Statement of(CitationStatement statement) {
            List<List<Integer>> markers =
                    statement.markers().stream().map(Statement::pair).toList();
            return new Statement(
                    statement.id(),
                    statement.referenceKey(),
                    statement.cited().value(),
                    statement.position().wireName(),
                    statement.headingPath(),
                    statement.secType(),
                    statement.text(),
                    statement.before(),
                    statement.after(),
                    markers.get(0),
                    markers,
                    statement.mentions(),
                    statement.groupSize(),
                    statement.impliedByRange(),
                    statement.truncated(),
                    statement.relationship().kind().wireName(),
                    MatchedMarker.of(statement));
        }

        private static List<Integer> pair(Span span) {
            return List.of(span.start(), span.end());
        }
    }

    /** How a marker was brought together with its reference, where the file does not link them. */
    record MatchedMarker(String method, double score) {
        static MatchedMarker of(CitationStatement statement) {
            return statement.match() == null
                    ? null
                    : new MatchedMarker(
                            statement.match().method().wireName(),
                            statement.match().score());
        }
    }

    /** A marker that leads to no reference. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unresolved(String marker, String target, String reason, String position) {
        static Unresolved of(UnresolvedMarker mark) {
            return new Unresolved(
                    mark.marker(),
                    mark.target(),
                    mark.reason().wireName(),
                    mark.position().wireName());
        }
    }

    /** Why a file was rejected; line and column from 1, absent when unknown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rejection(String reason, String detail, Integer line, Integer column) {}

    /** What an article holds; {@code file} may be null. */
    public static ExtractedLine of(String file, Article article, Extraction extraction) {
        return new ExtractedLine(
                file,
                DescribedWork.of(article.front()),
                extraction.references().stream().map(ListedReference::of).toList(),
                extraction.statements().stream().map(Statement::of).toList(),
                extraction.unresolved().stream().map(Unresolved::of).toList(),
                article.conflicts().isEmpty() ? null : article.conflicts(),
                null);
    }

    static ExtractedLine rejected(String file, UnreadableArticleException why) {
        return rejected(
                file,
                new Rejection(
                        why.reason().wireName(),
                        why.getMessage(),
                        why.line() > 0 ? why.line() : null,
                        why.column() > 0 ? why.column() : null));
    }

    static ExtractedLine rejected(String file, Rejection why) {
        return new ExtractedLine(file, null, null, null, null, null, why);
    }

    /** The line as UTF-8, without a line break. */
    public byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a line that is not JSON", bug);
        }
    }
}
