package org.citestream.ingest.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.MarkerMatch;
import org.citestream.ingest.article.Paragraph;
import org.citestream.ingest.article.Position;

/** Writes the statements of one article, paragraph by paragraph. Not thread-safe. */
final class StatementWriter {
    private final Article article;
    private final Map<String, CitedReference> references;
    private final int most;
    private final StatementIds ids;
    private final List<CitationStatement> statements = new ArrayList<>();

    StatementWriter(Article article, Map<String, CitedReference> references, int most) {
        this.article = article;
        this.references = references;
        this.most = most;
        this.ids = new StatementIds(article.id());
    }

    List<CitationStatement> statements() {
        return statements;
    }

    void write(Paragraph paragraph, List<Citation> citations) {
        if (citations.isEmpty()) {
            return;
        }
        List<Span> sentences = sentences(paragraph);
        int next = 0;
        int sentence = 0;
        while (next < citations.size()) {
            int start = citations.get(next).marker().start();
            while (sentence + 1 < sentences.size()
                    && sentences.get(sentence + 1).start() <= start) {
                sentence++;
            }
            int end = sentence + 1 < sentences.size()
                    ? sentences.get(sentence + 1).start()
                    : Integer.MAX_VALUE;
            int from = next;
            while (next < citations.size() && citations.get(next).marker().start() < end) {
                next++;
            }
            sentence(paragraph, sentences, sentence, citations.subList(from, next));
        }
    }

    private static List<Span> sentences(Paragraph paragraph) {
        String text = paragraph.text();
        if (paragraph.position() == Position.HEADING || text.isEmpty()) {
            return List.of(new Span(0, text.length()));
        }
        return SentenceSplitter.split(text, paragraph.marks());
    }

    private void sentence(Paragraph paragraph, List<Span> sentences, int index, List<Citation> citations) {
        Excerpt before = index == 0 ? null : Excerpt.tail(text(paragraph, sentences.get(index - 1)));
        Excerpt after = index + 1 == sentences.size() ? null : Excerpt.head(text(paragraph, sentences.get(index + 1)));
        Sentence sentence = new Sentence(paragraph, sentences.get(index), before, after);
        if (citations.size() == 1) {
            Citation only = citations.get(0);
            statements.add(statement(sentence, references.get(only.key()), citations));
        } else {
            Map<String, List<Citation>> byKey = new LinkedHashMap<>();
            for (Citation citation : citations) {
                byKey.computeIfAbsent(citation.key(), key -> new ArrayList<>(1)).add(citation);
            }
            byKey.forEach((key, same) -> statements.add(statement(sentence, references.get(key), same)));
        }
        if (statements.size() > most) {
            throw new TooManyStatementsException(most);
        }
    }

    private static String text(Paragraph paragraph, Span span) {
        return paragraph.text().substring(span.start(), span.end());
    }

    private CitationStatement statement(Sentence sentence, CitedReference reference, List<Citation> citations) {
        Citation first = citations.get(0);
        Excerpt text = sentence.around(first);
        Excerpt before = sentence.before();
        Excerpt after = sentence.after();
        Paragraph paragraph = sentence.paragraph();
        MarkerMatch match = match(citations);
        return new CitationStatement(
                ids.next(reference.reference().key(), sentence.text()),
                article.id(),
                reference.reference().key(),
                reference.cited(),
                text.text(),
                before == null ? null : before.text(),
                after == null ? null : after.text(),
                sentence.markersIn(text, citations),
                citations.size(),
                first.groupSize(),
                isImplied(citations),
                position(paragraph, match),
                paragraph.section().headingPath(),
                paragraph.section().type(),
                statements.size(),
                text.cut() || (before != null && before.cut()) || (after != null && after.cut()),
                article.front().language(),
                reference.relationship(),
                match);
    }

    /** The least sure, so that nothing is surer than it is; null where one of them is linked. */
    private static MarkerMatch match(List<Citation> citations) {
        MarkerMatch least = citations.get(0).match();
        for (Citation citation : citations) {
            if (citation.match() == null) {
                return null;
            }
            least = citation.match().score() < least.score() ? citation.match() : least;
        }
        return least;
    }

    /** What a footnote names is cited there, though the sentence stands above. */
    private static Position position(Paragraph paragraph, MarkerMatch match) {
        return match != null && match.method() == MarkerMatch.MarkerMethod.FOOTNOTE
                ? Position.FOOTNOTE
                : paragraph.position();
    }

    /** A reference that is also named is not merely implied. */
    private static boolean isImplied(List<Citation> citations) {
        for (Citation citation : citations) {
            if (!citation.implied()) {
                return false;
            }
        }
        return true;
    }
}
