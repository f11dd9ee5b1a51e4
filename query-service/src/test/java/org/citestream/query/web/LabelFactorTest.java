package org.citestream.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelFactorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Contrary to       | disagreement        | 1.84  | disagreement            | +1.8 | false
            in the present    | own-evidence        | -0.6  | own evidence            | −0.6 | true
            Obtained          | obtained            | 0.12  | -                       | +0.1 | false
            (Hamilton 1964)   | <cite>              | 0.1   | the marker              | +0.1 | false
            and (Abel 2001)   | and <cite>          | -0.1  | words beside the marker | −0.1 | true
            -                 | standing:discussion | -0.14 | section discussion      | −0.1 | true
            """)
    void shouldExplainTheDecisionInAReadersWords(
            String words, String feature, double weight, String what, String shown, boolean against) {
        // When
        LabelFactor reason = LabelFactor.of(
                words,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("feature", feature)
                        .put("weight", weight)
                        .put("toward", "contrasting"));
        // Then
        assertThat(reason).isEqualTo(new LabelFactor(words, what, shown, against, "contrasting"));
    }
}
