package org.citestream.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citestream.query.publication.ShownNotice;
import org.junit.jupiter.api.Test;

class RetractionTest {

    @Test
    void shouldTakeTheEarliestRetractionAndNoCorrection() {
        assertThat(Retraction.of(List.of(
                        new ShownNotice("erratum", "2010-01-01", null, List.of()),
                        new ShownNotice("retraction", "2021-03-15", null, List.of()),
                        new ShownNotice("withdrawal", "2020-01-02", null, List.of()),
                        new ShownNotice("retraction", null, null, List.of()))))
                .contains(new Retraction("withdrawal", "2020-01-02"));
    }
}
