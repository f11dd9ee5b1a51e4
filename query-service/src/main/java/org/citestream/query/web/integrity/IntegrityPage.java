package org.citestream.query.web.integrity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.integrity.BoardAnswers.BoardFigures;
import org.citestream.query.integrity.BoardAnswers.BoardList;
import org.citestream.query.integrity.BoardAnswers.BoardNotice;
import org.citestream.query.integrity.BoardAnswers.CitingArticle;
import org.citestream.query.integrity.BoardAnswers.RestingWork;
import org.citestream.query.integrity.BoardAnswers.SourceShare;
import org.citestream.query.integrity.BoardFilter;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.CitedNotice;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.web.PageAddress;
import org.citestream.query.web.StatementCard;

/**
 * The board, or one of its lists. Lists that are not shown are null.
 *
 * @param part the list as in the path, or null for the board
 * @param given the parameters of the address
 * @param statements sentences behind a figure, or null
 * @param total entries of the shown list; 0 for the board
 * @param previous address of the previous part of the list, or null
 * @param next address of the next part of the list, or null
 */
public record IntegrityPage(
        String part,
        Map<String, List<String>> given,
        BoardFigures figures,
        BoardList<BoardNotice> notices,
        BoardList<CitingArticle> articles,
        BoardList<RestingWork> secondOrder,
        BoardList<SourceShare> journals,
        BoardList<SourceShare> publishers,
        List<ShownSentence> statements,
        long total,
        String previous,
        String next) {

    /** A sentence with the works on both sides. */
    public record ShownSentence(StatementCard card, ShownPublication citing, ShownPublication cited) {}

    /** The value of a filter, or an empty text. */
    public String value(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The kinds of notices that the board is about. */
    public List<String> kinds() {
        return CitedNotice.warnings().stream().sorted().toList();
    }

    /** Whether anything is narrowed. */
    public boolean filtered() {
        return BoardFilter.OF_LISTS.stream().anyMatch(name -> !value(name).isEmpty());
    }

    /** What a figure means. */
    public String meaning(String figure) {
        return figures.definitions().get(figure);
    }

    /** The heading of the list. */
    public String heading() {
        return switch (part == null ? "" : part) {
            case "notices" -> "Notices on cited works";
            case "articles" -> "Articles that cite doubted works";
            case "second-order" -> "Works that rest on doubted works at second order";
            case "journals" -> "Journals that cite doubted works";
            case "publishers" -> "Publishers that cite doubted works";
            case "statements" -> "Sentences behind the figure";
            default -> "Integrity board";
        };
    }

    /** What the sentences are narrowed to, in words; empty for all. */
    public String narrowing() {
        return Stream.of(
                        value(Facet.JOURNAL.parameter()),
                        value("publisher"),
                        value(Facet.YEAR.parameter()),
                        value("kind").replace('-', ' '),
                        value("made").isEmpty() ? "" : "published " + value("made") + " the notice",
                        switch (value("admits")) {
                            case "yes" -> "mentioning it";
                            case "no" -> "without mentioning it";
                            default -> "";
                        })
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Narrows a list to a journal, a publisher or another filter of all lists. */
    public String narrowed(String name, String value) {
        return board().with(name, value).toString();
    }

    /** The board under the filters of this page. */
    public PageAddress board() {
        return new PageAddress("/integrity", kept());
    }

    private Map<String, List<String>> kept() {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        BoardFilter.OF_LISTS.stream().filter(given::containsKey).forEach(name -> kept.put(name, given.get(name)));
        return kept;
    }

    /** The address of a list under the filters of this page. */
    public String list(String name) {
        return new PageAddress("/integrity/" + name, kept()).toString();
    }

    /** The same as a table. */
    public String file(String name) {
        return new PageAddress("/api/v1/integrity/" + name, name.equals("statements") ? given : kept())
                .with("limit", "1000")
                .with("format", "csv")
                .without("offset")
                .toString();
    }

    /** The sentences behind all figures of this page. */
    public PageAddress sentences() {
        return new PageAddress("/integrity/statements", kept());
    }

    /** The sentences of one citing or cited work, or of one journal or publisher. */
    public PageAddress sentences(String name, String value) {
        return sentences().set(name, List.of(value));
    }

    /** The sentences in which a work at second order cites what it rests on. */
    public PageAddress secondOrder(String citing) {
        return sentences("citing", citing).without("kind").with("level", "second");
    }

    /** Those of works published after a notice. */
    public PageAddress after(PageAddress sentences) {
        return sentences.with("made", "after");
    }

    /** Those of works published after a notice that do not acknowledge it. */
    public PageAddress silent(PageAddress sentences) {
        return after(sentences).with("admits", "no");
    }

    /** Those that acknowledge a notice. */
    public PageAddress admitting(PageAddress sentences) {
        return sentences.with("admits", "yes");
    }

    /** The doubted entries of a reference list. */
    public String references(String work) {
        String bare = work.startsWith("doi:") ? work.substring("doi:".length()) : work;
        return PageAddress.of("reports", bare)
                .with("tab", "references")
                .with("noticed", "doubted")
                .toString();
    }
}
