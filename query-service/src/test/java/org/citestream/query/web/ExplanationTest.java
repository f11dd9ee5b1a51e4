package org.citestream.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citestream.query.report.ShownStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

    private static final String TEXT = "In contrast to Ren [5], we found no freezing.";
    private static final String CONTRAST =
            "{'in':'text','span':[0,14],'feature':'disagreement','weight':1.8,'toward':'contrasting'}";
    private static final String DISCUSSION = "{'feature':'standing:discussion','weight':0.3,'toward':'contrasting'}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'in':'text','span':[0,14],'feature':'disagreement','weight':1.8,'toward':'contrasting'}|It says “In contrast to”.
            {'in':'before','span':[0,7],'feature':'nobody','weight':1.8,'toward':'contrasting'}|The sentence before says “Nobody!”.
            {'in':'text','span':[19,22],'feature':'<cite>','weight':1.8,'toward':'contrasting'}|No single word decided, but the sentence as a whole.
            {'in':'text','span':[12,14],'feature':'to','weight':1.8,'toward':'contrasting'}|No single word decided, but the sentence as a whole.
            {'in':'text','span':[0,14],'feature':'disagreement','weight':-1.8,'toward':'contrasting'}|No single word decided, but the sentence as a whole.
            {'in':'text','span':[0,14],'feature':'disagreement','weight':1.8,'toward':'mentioning'}|No single word decided, but the sentence as a whole.
            {'feature':'standing:discussion','weight':0.3,'toward':'contrasting'}|It stands in the discussion.
            {'feature':'standing:other','weight':0.3,'toward':'contrasting'}|No single word decided, but the sentence as a whole.
            """)
    void shouldSayWhatDecidedInASentence(String evidence, String said) throws JsonProcessingException {
        assertThat(said("contrasting", null, "not-asked", evidence)).isEqualTo(said);
    }

    @Test
    void shouldJoinWordsAndPlace() throws JsonProcessingException {
        assertThat(said(
                        "contrasting",
                        null,
                        "asked",
                        DISCUSSION,
                        CONTRAST,
                        "{'in':'text','span':[24,32],'feature':'own-evidence','weight':0.9,'toward':'contrasting'}",
                        "{'in':'text','span':[36,44],'feature':'freezing','weight':0.2,'toward':'contrasting'}"))
                .isEqualTo("It says “In contrast to” and “we found”, and stands in the discussion."
                        + " A second model read it too, with the sentence before.");
    }

    @Test
    void shouldQuoteOnlyKnownPhrasesWhenTheSecondModelWasUsed() throws JsonProcessingException {
        // Given
        String words = "{'in':'text','span':[36,44],'feature':'freezing','weight':0.9,'toward':'contrasting'}";
        // When, Then
        assertThat(said("contrasting", null, "not-asked", words)).isEqualTo("It says “freezing”.");
        assertThat(said("contrasting", null, "asked", words))
                .isEqualTo("No single word decided, but the sentence as a whole."
                        + " A second model read it too, with the sentence before.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            not-a-sentence | not-a-sentence | There are no words to judge: this is a table cell, a list of numbers or a citation alone.
            unclassified | the sentence is not English | It is not in English, and the model reads English only.
            unclassified | out of memory | The model could not decide: out of memory.
            unclassified | - | No type was probable enough, so it is left unclassified.
            mentioning | - | Nothing in it says more than that the work is cited.
            """)
    void shouldSayWhyThereIsNoLabelOrNoQuotedWord(String type, String failure, String said)
            throws JsonProcessingException {
        assertThat(said(type, failure, "off")).isEqualTo(said);
    }

    private static String said(String type, String failure, String encoder, String... evidence)
            throws JsonProcessingException {
        return Explanation.of(statement(type, failure, encoder, evidence)).sentences().stream()
                .map(sentence -> sentence.pieces().stream()
                        .map(piece -> piece.quoted() ? "“" + piece.text() + "”" : piece.text())
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    private static ShownStatement statement(String type, String failure, String encoder, String... evidence)
            throws JsonProcessingException {
        return new ShownStatement(
                new UUID(0, 1),
                "doi:10.5555/a",
                "doi:10.5555/b",
                null,
                "B5",
                TEXT,
                "Nobody!",
                null,
                List.of(new int[] {19, 22}),
                null,
                1,
                1,
                false,
                false,
                "body",
                "discussion",
                List.of("Discussion"),
                "en",
                new ShownStatement.ShownRelationship("independent", List.of()),
                type,
                type,
                null,
                0.9f,
                0.5f,
                new ShownStatement.ShownScores(0.1f, 0.1f, 0.8f),
                "result",
                0.9f,
                new ObjectMapper().readTree("[" + String.join(",", evidence).replace('\'', '"') + "]"),
                failure,
                new ShownStatement.ShownModel("linear", "1", "sha256:00", encoder),
                "2026-12-01T00:00:00Z",
                1,
                "1",
                List.of());
    }
}
