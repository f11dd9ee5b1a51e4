package org.citestream.query.export.cite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citestream.query.export.cite.CitationStyles.CitationMarkup;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationStylesTest {

    private static final CitationStyles STYLES = new CitationStyles(new CiteSettings() {
        @Override
        public int styles() {
            return 2;
        }

        @Override
        public String locale() {
            return "en-US";
        }
    });

    private static ShownPublication work(String title) {
        return new ShownPublication(
                "doi:10.5555/a",
                Map.of("doi", "10.5555/a"),
                title,
                null,
                List.of(
                        new ShownAuthor("Müller", "Zoë A.", null, null, null),
                        new ShownAuthor(null, null, null, null, "Fear and Loathing Group"),
                        new ShownAuthor("van der Berg", "Jan", null, null, null)),
                false,
                "Journal of Mice",
                "J Mice",
                List.of("1234-5678"),
                "Press",
                "2016-05-02",
                2016,
                "12",
                "3",
                "100",
                "110",
                null,
                "research-article",
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apa | Müller, Z. A., Fear and Loathing Group, & van der Berg, J. (2016). On mice. Journal of Mice, 12(3), 100–110. https://doi.org/10.5555/a",
                "vancouver | Müller ZA, Fear and Loathing Group, van der Berg J. On mice. J Mice. 2016 May 2;12(3):100–10.",
                "chicago | Müller, Zoë A., Fear and Loathing Group, and Jan van der Berg. 2016. “On Mice.” Journal of Mice 12 (3): 100–110. https://doi.org/10.5555/a.",
                "ieee | Z. A. Müller, Fear and Loathing Group, and J. van der Berg, “On mice,” J Mice, vol. 12, no. 3, pp. 100–110, May 2016, doi: 10.5555/a.",
                "nature | Müller, Z. A., Fear and Loathing Group & van der Berg, J. On mice. J Mice 12, 100–110 (2016)."
            })
    void shouldCiteAsTheStyleDoes(String style, String expected) {
        assertThat(STYLES.format(work("On mice"), style, null, CitationMarkup.TEXT))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"apa", "vancouver", "chicago", "ieee", "harvard", "mla", "nature", "ama", "acs", "asa", "cell"})
    void shouldKnowTheUsualStyles(String style) {
        assertThat(STYLES.format(work("On mice"), style, "en-GB", CitationMarkup.TEXT))
                .containsIgnoringCase("on mice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-style", "../apa", "http://example.org/apa.csl", "", "locales-en-US", "<style/>"})
    void shouldRefuseAnUnknownStyle(String style) {
        assertThatThrownBy(() -> STYLES.format(work("On mice"), style, null, CitationMarkup.TEXT))
                .isInstanceOf(UnknownStyleException.class)
                .hasMessageContaining("/api/v1/styles");
    }

    @Test
    void shouldEscapeMarkupInTitles() {
        // When
        String cited = STYLES.format(work("<script>alert(1)</script> & p < 0.05"), "apa", null, CitationMarkup.HTML);
        // Then
        assertThat(cited)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; p &lt; 0.05")
                .doesNotContain("<script");
    }

    @Test
    void shouldKeepRequestsApartWhenManyComeAtOnce() throws Exception {
        // Given
        List<String> names = List.of("apa", "vancouver", "ieee");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            int n = i;
            answers.add(threads.submit(
                    () -> STYLES.format(work("Mouse number " + n), names.get(n % 3), null, CitationMarkup.TEXT)));
        }
        // When, Then
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).contains("Mouse number " + i + (i % 3 == 2 ? "," : "."));
        }
        threads.shutdown();
    }

    @Test
    void shouldEscapeForLaTeX() {
        assertThat(LaTeX.of("50% & $5 #1 a_b {c} \\ ~ ^ < > |\nü"))
                .isEqualTo("50\\% \\& \\$5 \\#1 a\\_b \\{c\\} \\textbackslash{} \\textasciitilde{} \\textasciicircum{}"
                        + " \\textless{} \\textgreater{} \\textbar{} ü");
    }

    @Test
    void shouldKeepGroupsAndTheWordAndTogetherInBibTeX() {
        assertThat(BibTeX.of(work("On mice")))
                .startsWith("@article{muller2016,\n  title = {{On mice}},\n")
                .contains("author = {Müller, Zoë A. and {Fear and Loathing Group} and van der Berg, Jan}")
                .contains("pages = {100--110}")
                .contains("month = may");
    }

    @Test
    void shouldGiveRisItsDateAndPages() {
        assertThat(Ris.of(work("On\nmice")))
                .startsWith("TY  - JOUR\r\nAU  - Müller, Zoë A.\r\nAU  - Fear and Loathing Group\r\n")
                .contains("TI  - On mice\r\n", "PY  - 2016\r\n", "DA  - 2016/05/02/\r\n", "SP  - 100\r\nEP  - 110\r\n")
                .endsWith("ER  - \r\n");
    }
}
