package org.citestream.query.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrcidTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-0002-1825-009X",
                "0000-0002-1825-009x",
                "https://orcid.org/0000-0002-1825-009X",
                "http://orcid.org/0000-0002-1825-009X/",
                "orcid.org/0000-0002-1825-009X",
                " orcid: 0000-0002-1825-009X "
            })
    void shouldFindTheBareOneHoweverItIsWritten(String written) {
        assertThat(Orcid.bare(written)).contains("0000-0002-1825-009X");
        assertThat(Facet.AUTHOR.accept(written)).contains("0000-0002-1825-009X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Okoye", "0000-0002-1825", "0000-0002-1825-009Y", "x0000-0002-1825-009X", ""})
    void shouldTakeNoNameForOne(String name) {
        assertThat(Orcid.bare(name)).isEmpty();
        assertThat(Facet.AUTHOR.accept(name)).contains(name);
    }

    @Test
    void shouldKnowTheBareOneOnly() {
        assertThat(Orcid.is("0000-0002-1825-0097")).isTrue();
        assertThat(Orcid.is("https://orcid.org/0000-0002-1825-0097")).isFalse();
    }
}
