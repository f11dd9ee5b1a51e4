package org.citestream.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.classify.api.RowClassifier;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.encoder.EncoderSource;
import org.citestream.classify.decide.linear.LinearClassifier;
import org.citestream.classify.decide.linear.ModelSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden set of odd inputs: never an exception, and no claim where there is nothing to claim. */
class OddInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Classifier LINEAR =
            new LinearClassifier(ModelSource.load(Optional.empty()), Thresholds.all(0.5));

    private final RowClassifier rows = new RowClassifier(LINEAR);
    /** The encoder reads every one of them. */
    private final RowClassifier both = new RowClassifier(
            EncoderSource.behind(LINEAR, TypeScores.SERVED, Optional.empty(), 1, Optional.empty(), why -> {
                throw new AssertionError(why);
            }));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | not-a-sentence",
                "'   ' | not-a-sentence",
                "'[1].' | not-a-sentence",
                "'12.5 ± 3.1 (n = 20)' | not-a-sentence",
                "'E = mc^2' | not-a-sentence",
                "'∑ ∫ ∂x/∂t ≤ ∞' | not-a-sentence",
                "'Nos résultats sont en accord avec ceux de la littérature et des études dans une population [3].'"
                        + " | the sentence is not English",
                "'Unsere Ergebnisse stimmen mit den Befunden der Studie überein und das ist nicht neu [4].'"
                        + " | the sentence is not English",
                "'Os resultados estão de acordo com os dados da literatura para uma população [5].'"
                        + " | the sentence is not English",
                "'我们的结果与先前的研究一致 [6]。' | the sentence is not English",
                "'Наши результаты согласуются с данными [7].' | the sentence is not English"
            })
    void shouldAbstainAndSaySoWhenThereIsNothingToDecideBy(String text, String why) {
        // When
        JsonNode out = rows.classify(JSON.createObjectNode().put("text", text == null ? "" : text));
        // Then
        assertThat(out.path("abstained").asBoolean()).isTrue();
        assertThat(out.path("failure").asText()).isEqualTo(why);
        assertThat(out.path("confidence").asDouble()).isZero();
        assertThat(out.get("intent").isNull()).isTrue();
        assertThat(out.get("section").isNull()).isTrue();
    }

    static Stream<String> odd() {
        return Stream.of(
                "We measured ÎČ-endorphin in plasma, as described by Hilfiger [3].",
                "This was noted before (Tommy 2020;Hilfiger 2021;Klein 2019).",
                "OUR RESULTS ARE IN AGREEMENT WITH THOSE OF PREVIOUS STUDIES [12].",
                "a\u0000b\u0001c the \u0002 marker signs themselves \uD800 and half a surrogate [1]",
                "((((((((((((((((((((((((((((((([[[[[[[[[[[[[[[ unbalanced brackets of the worst kind",
                "wordwithoutanyblank".repeat(3000),
                "the same words again ".repeat(5000),
                "[1] ".repeat(2000) + "markers and nothing much else",
                "\u202Eright to left\u202C we found \u200B\u200B zero width [3]",
                "Itâ€™s in agreement with Ã…kerlund â€“ and thatâ€™s that (2020;Hilfiger,2021,p.3)[4][5]",
                "<b>Our results</b> &amp; those of <script>alert(1)</script> agree [6]",
                "\uD83E\uDDEC\uD83E\uDDEC\uD83E\uDDEC the emoji sequence was the same \uD83D\uDC68\u200D\uD83D\uDD2C [7]",
                "(1)(2)(3)(4)(5)the markers stand before the words they belong to",
                "T h e s e r e s u l t s a g r e e w i t h [8] i n l e t t e r s s e t a p a r t",
                "p<0.001;n=12;ANOVA;F(1,22)=9.3[9]; see also Fig. 3A-C",
                "é".repeat(9000) + " is a very long word in the text");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void shouldAnswerByTheContractWhenInputIsOdd(String text) {
        answersByTheContract(rows, text);
        answersByTheContract(both, text);
    }

    private static void answersByTheContract(RowClassifier rows, String text) {
        // Given
        ObjectNode row = JSON.createObjectNode().put("text", text).put("heading", text);
        row.putArray("cite").add(3).add(100_000);
        // When
        JsonNode out = rows.classify(row);
        // Then
        double sum = out.path("scores").path("supporting").asDouble()
                + out.path("scores").path("mentioning").asDouble()
                + out.path("scores").path("contrasting").asDouble();
        assertThat(sum).isBetween(0.999, 1.001);
        assertThat(out.path("confidence").asDouble()).isBetween(0.0, 1.0);
        for (JsonNode evidence : out.path("evidence")) {
            if (evidence.has("span")) {
                assertThat(evidence.path("span").path(1).asInt()).isLessThanOrEqualTo(text.length());
                assertThat(evidence.path("span").path(0).asInt())
                        .isLessThan(evidence.path("span").path(1).asInt());
            }
        }
    }

    @Test
    void shouldPointAtTheWordsWhenItExplains() {
        // Given
        String text = "Our results are in agreement with those reported by Meyer et al. [12].";
        ObjectNode row = JSON.createObjectNode()
                .put("text", text)
                .put("heading", "Discussion")
                .put("cite", "[12]");
        // When
        JsonNode out = rows.classify(row);
        // Then
        assertThat(out.path("type").asText()).isEqualTo("supporting");
        assertThat(out.path("section").asText()).isEqualTo("discussion");
        assertThat(out.path("evidence").findValuesAsText("feature")).containsAnyOf("agreement", "own-evidence");
        JsonNode first = out.path("evidence").path(0);
        assertThat(first.path("toward").asText()).isEqualTo("supporting");
        assertThat(out.path("model").path("encoder").asText()).isEqualTo("off");
    }

    @Test
    void shouldTakeAHeadingForUnknownWhenItIsNotANumber() {
        // Given
        ObjectNode row = JSON.createObjectNode()
                .put("text", "This has been described in rats [3].")
                .put("section", Double.NaN);
        // When
        JsonNode out = rows.classify(row);
        // Then
        assertThat(out.path("type").asText()).isEqualTo("mentioning");
        assertThat(out.has("failure")).isFalse();
    }

    @Test
    void shouldKeepInputFieldsWhenItAnswers() {
        // Given
        ObjectNode row = JSON.createObjectNode().put("text", "This has been described in rats [3].");
        row.put("mine", 7).putArray("cite").add(32).add(35);
        // When
        JsonNode out = rows.classify(row);
        // Then
        assertThat(out.path("mine").asInt()).isEqualTo(7);
        assertThat(out.path("cite").size()).isEqualTo(2);
        assertThat(out.path("type").asText()).isEqualTo("mentioning");
        assertThat(out.path("abstained").asBoolean()).isFalse();
    }
}
