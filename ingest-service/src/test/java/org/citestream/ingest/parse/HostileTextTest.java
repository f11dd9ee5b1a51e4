package org.citestream.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong in the middle of a text is refused like what goes wrong between elements. */
class HostileTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!ENTITY host SYSTEM \"file:///etc/hostname\"> | NOT_WELL_FORMED",
                "<!ENTITY a \"&b;&b;\"><!ENTITY b \"&host;\"><!ENTITY host \"&a;\"> | NOT_WELL_FORMED",
            })
    void shouldRefuseWithThePlaceWhenAnEntityOfTheTextCannotBeRead(
            String declared, UnreadableArticleException.Reason reason) {
        // Given
        String xml =
                "<!DOCTYPE article [" + declared + "]>\n<article><body><p>Voles of &host; flee <xref ref-type=\"bibr\""
                        + " rid=\"B1\">1</xref>.</p></body></article>";
        var source = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));

        // When
        var refused = catchThrowableOfType(UnreadableArticleException.class, () -> new ArticleParser().parse(source));

        // Then
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.line()).isPositive();
    }
}
