package org.citestream.query.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes stand in tables and in indexes: a constant that moves or is renamed would change what is written there. */
class CodesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TYPE         | unclassified supporting mentioning contrasting not-a-sentence
            SECTION      | unknown introduction methods results discussion other
            POSITION     | unknown body caption table footnote abstract heading
            RELATIONSHIP | unknown self independent
            INTENT       | unknown background method result
            """)
    void shouldKeepTheCodeOfEveryName(Codes codes, String names) {
        assertThat(codes.names()).containsExactlyElementsOf(Arrays.asList(names.split(" ")));
    }
}
