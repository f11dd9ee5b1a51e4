package org.citestream.ingest.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.citestream.ingest.parse.ArticleParser;
import org.citestream.ingest.statement.Extraction;
import org.citestream.ingest.statement.StatementExtractor;
import org.junit.jupiter.api.Test;

/** A scorer that cannot fail measures nothing. */
class ScoresTest {
    private static final String ARTICLE = """
            <article><front><article-meta><article-id pub-id-type="doi">10.5555/a</article-id></article-meta></front>
            <body><p>Old [<xref ref-type="bibr" rid="B1">1</xref>]–[<xref ref-type="bibr" rid="B3">3</xref>].</p></body>
            <back><ref-list><ref id="B1"><mixed-citation><pub-id pub-id-type="doi">10.5555/X1</pub-id></mixed-citation></ref>
            <ref id="B2"><mixed-citation>Two</mixed-citation></ref><ref id="B3"><mixed-citation>Three</mixed-citation></ref>
            </ref-list></back></article>
            """;

    private static Extraction extraction() throws Exception {
        return new StatementExtractor(100).extract(new ArticleParser().parse(stream()));
    }

    private static ByteArrayInputStream stream() {
        return new ByteArrayInputStream(ARTICLE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldReadTheGoldFromTheLinksWhenRangesTagOnlyTheirEnds() throws Exception {
        // When
        Gold gold = GoldReader.read(stream());

        // Then
        assertThat(gold.citations()).extracting(Gold.GoldCitation::key).containsExactly("B1", "B3");
        assertThat(gold.implied()).containsExactly("B2");
        assertThat(gold.dois()).isEqualTo(Map.of("B1", "10.5555/x1"));
    }

    @Test
    void shouldBeFullWhenNothingIsMissing() throws Exception {
        // Given
        Scores scores = new Scores();

        // When
        Scores.FileScore file = scores.add(GoldReader.read(stream()), extraction());

        // Then
        assertThat(file.complete()).isTrue();
        assertThat(scores.body()).isEqualTo(new Ratio(2, 2));
        assertThat(scores.implied()).isEqualTo(new Ratio(1, 1));
        assertThat(scores.print()).contains("2 of 2 = 100.00 %");
    }

    @Test
    void shouldFallWhenCitationsAreMissedOrInvented() throws Exception {
        // Given
        Scores scores = new Scores();
        Gold gold = new Gold(
                List.of(new Gold.GoldCitation("B2", "body", true), new Gold.GoldCitation("B1", "body", true)),
                0,
                List.of(),
                3,
                Map.of("B1", "10.5555/other"));

        // When
        Scores.FileScore file = scores.add(gold, extraction());

        // Then
        assertThat(file.body()).isEqualTo(new Ratio(1, 2));
        assertThat(file.dois()).isEqualTo(new Ratio(0, 1));
        assertThat(file.extra()).isEqualTo(2);
    }
}
