package org.citestream.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.CitationMarker;
import org.citestream.ingest.article.Paragraph;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.parse.ArticleParser;
import org.citestream.ingest.parse.UnreadableArticleException;
import org.citestream.ingest.statement.CitationStatement;
import org.citestream.ingest.statement.Extraction;
import org.citestream.ingest.statement.Span;
import org.citestream.ingest.statement.StatementExtractor;

/** Whatever an article is turned into, it is either refused or yields statements that hold together. */
class HostileInputTest {
    private static final List<byte[]> ARTICLES = articles();
    private static final List<String> SPLINTERS = List.of(
            "<p>",
            "</p>",
            "<xref ref-type=\"bibr\" rid=\"B1\">",
            "</xref>",
            "<xref ref-type=\"bibr\" rid=\"B1 B9 \"/>",
            "<sup>",
            "<fn><p>",
            "&nbsp;",
            "&#x0;",
            "&bogus;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "<ref id=\"B1\">",
            "–",
            "[1]–[99999999]",
            "\u0000",
            "\uFFFE",
            "é̂",
            "<alternatives>",
            "<td>",
            "<ref type=\"bibr\" target=\"#b0\">",
            "\" rid=\"",
            "\n");

    private final ArticleParser parser = new ArticleParser();
    private final StatementExtractor extractor = new StatementExtractor(10_000);

    private static List<byte[]> articles() {
        List<byte[]> articles = new ArrayList<>();
        for (Path folder :
                List.of(Path.of("..", "deploy", "samples", "articles"), Path.of("src", "test", "resources", "traps"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(name -> name.toString().endsWith(".xml"))
                        .sorted()
                        .toList()) {
                    articles.add(Files.readAllBytes(file));
                }
            } catch (IOException missing) {
                throw new IllegalStateException("run from the module's folder", missing);
            }
        }
        return articles;
    }

    /** One change: at a place given in thousandths of the file, so many bytes are replaced by a splinter. */
    record Change(int place, int removed, String splinter) {
        byte[] on(byte[] article) {
            int from = Math.min(article.length, (int) ((long) article.length * place / 1000));
            int to = Math.min(article.length, from + removed);
            byte[] put = splinter.getBytes(StandardCharsets.UTF_8);
            byte[] changed = new byte[from + put.length + article.length - to];
            System.arraycopy(article, 0, changed, 0, from);
            System.arraycopy(put, 0, changed, from, put.length);
            System.arraycopy(article, to, changed, from + put.length, article.length - to);
            return changed;
        }
    }

    /** An article by its number, and what is done to it; printed when it breaks something. */
    record Mutant(int article, List<Change> changes) {
        byte[] bytes() {
            byte[] bytes = ARTICLES.get(article);
            for (Change change : changes) {
                bytes = change.on(bytes);
            }
            return bytes;
        }
    }

    @Provide
    Arbitrary<Mutant> mutants() {
        Arbitrary<Change> change = Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(0)),
                                Tuple.of(1, Arbitraries.integers().between(1, 400))),
                        Arbitraries.of(SPLINTERS))
                .as(Change::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, ARTICLES.size() - 1),
                        change.list().ofMinSize(1).ofMaxSize(4))
                .as(Mutant::new);
    }

    @Property(tries = 1500)
    void shouldRefuseOrHoldTogetherWhenAnArticleIsMutated(@ForAll("mutants") Mutant mutant) throws IOException {
        // When
        Article article;
        try {
            article = parser.parse(new ByteArrayInputStream(mutant.bytes()));
        } catch (UnreadableArticleException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        Extraction extraction = extractor.extract(article);

        // Then
        Set<String> keys = article.references().stream().map(Reference::key).collect(Collectors.toSet());
        Set<String> named = article.paragraphs().stream()
                .map(Paragraph::marks)
                .flatMap(List::stream)
                .map(CitationMarker::targets)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        assertThat(keys).hasSameSizeAs(article.references());
        for (CitationStatement statement : extraction.statements()) {
            assertThat(keys).contains(statement.referenceKey());
            assertThat(statement.impliedByRange() || named.contains(statement.referenceKey()))
                    .isTrue();
            assertThat(statement.text()).isNotEmpty();
            for (Span marker : statement.markers()) {
                assertThat(marker.end()).isLessThanOrEqualTo(statement.text().length());
            }
        }
        assertThat(extraction.statements().stream().map(CitationStatement::id).distinct())
                .hasSameSizeAs(extraction.statements());
    }
}
