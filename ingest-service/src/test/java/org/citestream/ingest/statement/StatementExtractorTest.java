package org.citestream.ingest.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.parse.ArticleParser;
import org.junit.jupiter.api.Test;

class StatementExtractorTest {
    private static Article article(String body) throws Exception {
        String xml =
                "<article><front><article-meta><article-id pub-id-type=\"doi\">10.5555/a</article-id></article-meta>"
                        + "</front><body>" + body
                        + "</body><back><ref-list><ref id=\"B1\"><mixed-citation>One.</mixed-citation></ref>"
                        + "<ref id=\"B2\"><mixed-citation>Two.</mixed-citation></ref></ref-list></back></article>";
        return new ArticleParser().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static final String CITE = "<xref ref-type=\"bibr\" rid=\"B1\">1</xref>";

    @Test
    void shouldHashCitingKeySentenceAndRepetitionWhenIdsAreGiven() throws Exception {
        // Given
        Article article = article("<p>Fear is OLD [" + CITE + "].</p><p>Fear is old [" + CITE + "].</p>");

        // When
        List<CitationStatement> statements =
                new StatementExtractor(10).extract(article).statements();

        // Then
        assertThat(statements)
                .extracting(CitationStatement::id)
                .containsExactly(
                        id("doi:10.5555/a\nB1\nfear is old [1].\n0"), id("doi:10.5555/a\nB1\nfear is old [1].\n1"));
    }

    private static String id(String content) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().formatHex(hash);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20, 32));
    }

    @Test
    void shouldUseTheWorkThatTheCallerMatchedWhenAFunctionIsGiven() throws Exception {
        // Given
        PublicationId known = new PublicationId("pmid:7");

        // When
        Extraction extraction =
                new StatementExtractor(10).extract(article("<p>Old [" + CITE + "].</p>"), reference -> known);

        // Then
        assertThat(extraction.statements().get(0).cited()).isEqualTo(known);
        assertThat(extraction.references()).extracting(CitedReference::cited).containsExactly(known, known);
    }

    @Test
    void shouldRefuseWhenThereAreMoreStatementsThanAllowed() throws Exception {
        // Given
        Article article = article("<p>Old [" + CITE + "]. New [" + CITE + "].</p>");

        // When, Then
        assertThatThrownBy(() -> new StatementExtractor(1).extract(article))
                .isInstanceOf(TooManyStatementsException.class)
                .hasMessageContaining("statements");
    }
}
