package org.citestream.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoiTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    10.1371/journal.pone.0000001|10.1371/journal.pone.0000001
                    DOI: 10.1371/JOURNAL.pone.0000001|10.1371/journal.pone.0000001
                    https://doi.org/10.1000/xyz.|10.1000/xyz
                    http://dx.doi.org/10.1000%2Fxyz|10.1000/xyz
                    doi:10.1000/xyz&lt;|10.1000/xyz
                    10.1000/a(1)2)|10.1000/a(1)2
                    10.1016/ j.cell.2001.01.001|10.1016/j.cell.2001.01.001
                    10.1000/abc PMID: 123|10.1000/abc
                    10.1002/(SICI)1097(1998)17:15<1661::AID-SIM968>3.0.CO;2-2|10.1002/(sici)1097(1998)17:15<1661::aid-sim968>3.0.co;2-2
                    10.1560/ijps.59.3–4.183|10.1560/ijps.59.3-4.183
                    """)
    void shouldLeaveTheBareDoiWhenItIsDressed(String raw, String doi) {
        assertThat(Doi.clean(raw)).contains(doi);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a doi", "10.1000", "10.12/short", "10.1000/", "110.1000/x", ""})
    void shouldFindNothingWhenTheFormIsWrong(String raw) {
        assertThat(Doi.clean(raw)).isEmpty();
    }

    @Test
    void shouldDropThePublishersPageWhenADoiStandsInAnAddress() {
        assertThat(Doi.inLink("https://publisher.example/doi/full/10.1000/abc/full?x=1#s2"))
                .contains("10.1000/abc");
    }

    @Test
    void shouldFindTheFirstWhenItStandsInText() {
        assertThat(Doi.findIn("Doe J. Title. J 2001; 10: 3. doi:10.1000/abc, accessed 2002."))
                .contains("10.1000/abc");
    }
}
