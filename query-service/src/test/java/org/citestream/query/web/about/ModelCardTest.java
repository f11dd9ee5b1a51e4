package org.citestream.query.web.about;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ModelCardTest {

    private static ModelCard card(String json) throws JsonProcessingException {
        return ModelCard.of(new ObjectMapper().readTree(json));
    }

    @Test
    void shouldReadFiguresAndDrawTheCurve() throws JsonProcessingException {
        // When
        ModelCard card = card("""
            {"model":{"name":"linear","version":"1","checksum":"sha256:00"},"threshold":0.7,
             "thresholds":{"supporting":0.55,"contrasting":0.82},"encoder":{"state":"off"},
             "stance":{"all":{"rows":10,"macroF1":0.712,"macroF1Interval":[0.69,0.73],"classes":{
               "supporting":{"rows":4,"precision":0.83,"recall":0.67,"f1":0.74}}},
              "traffic":{"abstained":0.03,"ece":0.001,"classes":{"supporting":{"precision":0.92,"precisionInterval":[0.9,0.94],
               "recall":0.6,"recallInterval":[0.552,0.648],"recallOfPublished":0.7}},
               "calibration":[{"weight":100,"shown":0.5,"reached":0.25},{"weight":400,"shown":1.0,"reached":1.0}]}}}\
            """);
        // Then
        assertThat(card.measured()).extracting(ModelCard.Measured::name).containsExactly("Type, all rows");
        assertThat(card.measured().get(0).interval()).isEqualTo("0.69–0.73");
        assertThat(card.traffic().classes())
                .containsExactly(new ModelCard.TypeAccuracy("supporting", 0.92, "90–94 %", 0.6, "55–65 %"));
        assertThat(card.thresholds())
                .containsExactly(
                        new ModelCard.Threshold("supporting", 0.55), new ModelCard.Threshold("contrasting", 0.82));
        assertThat(card.traffic().published()).isEqualTo(0.97);
        assertThat(card.traffic().rows()).isEqualTo(500);
        assertThat(card.traffic().calibration().line()).isEqualTo("50.0,75.0 100.0,0.0");
    }

    @Test
    void shouldShowTheFiguresOfBothModelsWhenBothDecide() throws JsonProcessingException {
        // Given
        String card = """
            {"model":{"name":"linear","version":"1","checksum":"sha256:00"},"measuredOn":"rows unseen by one",
             "encoder":{"state":"%s","measuredOn":"rows unseen by both",
              "stance":{"all":{"rows":4,"macroF1":0.8,"classes":{}},"traffic":{"abstained":0.08,"classes":{}}}},
             "stance":{"all":{"rows":10,"macroF1":0.7,"classes":{}},"traffic":{"abstained":0.14,"classes":{}}}}\
            """;
        // When
        ModelCard both = card(card.formatted("on"));
        // Then
        assertThat(both.measured()).extracting(ModelCard.Measured::macroF1).containsExactly(0.8);
        assertThat(both.traffic().abstained()).isEqualTo(0.08);
        assertThat(both.measuredOn()).isEqualTo("rows unseen by both");

        ModelCard alone = card(card.formatted("off"));
        assertThat(alone.measured()).extracting(ModelCard.Measured::macroF1).containsExactly(0.7);
        assertThat(alone.traffic().abstained()).isEqualTo(0.14);
        assertThat(alone.measuredOn()).isEqualTo("rows unseen by one");
    }

    @Test
    void shouldShowNoFiguresForCustomWeights() throws JsonProcessingException {
        // When
        ModelCard card = card(
                "{\"model\":{\"name\":\"mine\",\"version\":\"2\",\"checksum\":\"sha256:01\"},\"threshold\":0.5,\"encoder\":{\"state\":\"missing\"}}");
        // Then
        assertThat(card.name()).isEqualTo("mine");
        assertThat(card.traffic()).isNull();
        assertThat(card.measured()).isEmpty();
        assertThat(card.limits()).isEmpty();
    }
}
