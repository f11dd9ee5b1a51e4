package org.citestream.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.citestream.query.report.ShownNotice;
import org.citestream.query.report.ShownPublication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetractionTest {

    @ParameterizedTest
    @CsvSource({
        "2021-03-15, 2020, before",
        "2021-03-15, 2021, unknown",
        "2021-03-15, 2021-02, before",
        "2021-03-15, 2021-03, unknown",
        "2021-03-15, 2021-03-14, before",
        "2021-03-15, 2021-03-15, unknown",
        "2021-03-15, 2021-03-16, after",
        "2021-03, 2021-03-30, unknown",
        "2021, 2022-01-01, after",
        "2021, , unknown"
    })
    void shouldTellBeforeFromAfterAsFarAsTheDatesGo(String retracted, String published, String timing) {
        assertThat(new Retraction("retraction", retracted).timing(out(published)))
                .isEqualTo(timing);
    }

    @Test
    void shouldTakeTheEarliestRetractionAndNoCorrection() {
        assertThat(Retraction.of(List.of(
                        new ShownNotice("erratum", "2010-01-01", null, List.of()),
                        new ShownNotice("retraction", "2021-03-15", null, List.of()),
                        new ShownNotice("withdrawal", "2020-01-02", null, List.of()),
                        new ShownNotice("retraction", null, null, List.of()))))
                .contains(new Retraction("withdrawal", "2020-01-02"));
    }

    private static ShownPublication out(String published) {
        return new ShownPublication(
                "doi:10.5555/x",
                Map.of(),
                "X",
                null,
                List.of(),
                false,
                null,
                null,
                List.of(),
                null,
                published,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
