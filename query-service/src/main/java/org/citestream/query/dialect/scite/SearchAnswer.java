package org.citestream.query.dialect.scite;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.search.Highlighter;

/** Found works as scite's clients read them. Aggregations are always present and always empty. */
record SearchAnswer(
        long count, Map<String, List<Object>> aggregations, List<WorkResult> hits, boolean restrictedCites) {

    private static final List<String> AGGREGATIONS = List.of(
            "paperTypes",
            "journals",
            "topics",
            "substances",
            "meshDescriptors",
            "editorialNotices",
            "authors",
            "affiliations",
            "dateHistogram",
            "citationTypeDateHistogram");

    /** One work; {@code id} is its DOI, or our id where it has none. Texts carry markup, see {@link HighlightMarkup}. */
    record WorkResult(
            String id,
            String doi,
            String title,
            String slug,
            List<ResultAuthor> authors,
            String journal,
            String shortJournal,
            String publisher,
            @JsonProperty("abstract") String summary,
            Integer year,
            String date,
            String volume,
            String issue,
            String page,
            SciteTally tally,
            List<String> issns,
            List<Paper.PaperNotice> editorialNotices,
            List<String> normalizedTypes,
            boolean isOa,
            String oaStatus,
            List<Object> meshTypes,
            List<Snippet> citations,
            List<String> highlightedFields) {}

    /** {@code authorSequenceNumber} is a text here, unlike in a paper. */
    record ResultAuthor(String authorName, String authorSlug, String authorSequenceNumber, String affiliation) {}

    /** A citation statement with its text. */
    record Snippet(
            long id,
            String source,
            String target,
            Float negative,
            Float positive,
            Float neutral,
            String section,
            String expertClassification,
            String type,
            float typeConfidence,
            String snippet,
            String lang,
            String refLocation,
            List<SelfCite> selfCites,
            boolean snippetHidden) {}

    static SearchAnswer of(WorkSearch.FoundPage found) {
        Map<String, List<Object>> none = new LinkedHashMap<>();
        AGGREGATIONS.forEach(name -> none.put(name, List.of()));
        return new SearchAnswer(
                found.count(),
                none,
                found.hits().stream()
                        .map(hit -> result(hit, found.highlighter()))
                        .toList(),
                false);
    }

    private static WorkResult result(WorkSearch.WorkHit hit, Highlighter highlighter) {
        ShownPublication work = hit.work();
        Paper paper = Papers.paper(work.doi() == null ? work.id() : work.doi(), work);
        List<String> highlighted = new ArrayList<>();
        highlighted(highlighted, "title", paper.title(), highlighter);
        highlighted(highlighted, "abstract", paper.summary(), highlighter);
        highlighted(highlighted, "journal", paper.journal(), highlighter);
        if (!hit.statements().isEmpty()) {
            highlighted.add("citations.snippet");
        }
        boolean open = work.openlyLicensed();
        return new WorkResult(
                paper.doi(),
                work.doi(),
                HighlightMarkup.found(paper.title(), highlighter),
                paper.slug(),
                paper.authors().stream()
                        .map(author -> new ResultAuthor(
                                author.authorName(),
                                author.authorSlug(),
                                Integer.toString(author.authorSequenceNumber()),
                                author.affiliation()))
                        .toList(),
                HighlightMarkup.found(paper.journal(), highlighter),
                HighlightMarkup.found(paper.shortJournal(), highlighter),
                paper.publisher(),
                HighlightMarkup.found(paper.summary(), highlighter),
                paper.year(),
                date(work.published()),
                paper.volume(),
                paper.issue(),
                paper.page(),
                SciteTally.of(work.doi(), hit.tally()),
                paper.issns(),
                paper.editorialNotices(),
                paper.normalizedTypes(),
                open,
                open ? "gold" : "closed",
                List.of(),
                hit.statements().stream()
                        .map(statement -> snippet(statement, highlighter))
                        .toList(),
                highlighted);
    }

    private static void highlighted(List<String> fields, String field, String text, Highlighter highlighter) {
        if (HighlightMarkup.isFound(text, highlighter)) {
            fields.add(field);
        }
    }

    /** A full date: an unknown month or day becomes the first. */
    private static String date(String published) {
        return published == null ? null : (published + "-01-01").substring(0, "2021-03-05".length());
    }

    private static Snippet snippet(FoundStatement statement, Highlighter highlighter) {
        SciteCitation citation = statement.citation();
        return new Snippet(
                citation.id(),
                citation.source(),
                citation.target(),
                citation.negative(),
                citation.positive(),
                citation.neutral(),
                citation.section(),
                citation.expertClassification(),
                citation.type(),
                citation.typeConfidence(),
                HighlightMarkup.snippet(statement, highlighter),
                statement.language(),
                citation.refLocation(),
                citation.selfCites(),
                false);
    }
}
