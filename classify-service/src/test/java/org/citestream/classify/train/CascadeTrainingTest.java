package org.citestream.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.citestream.classify.decide.encoder.EncoderModel;
import org.citestream.classify.decide.encoder.ShippedEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CascadeTrainingTest {

    private static final double[] SURELY_BACKGROUND = {0.98, 0.01, 0.01};
    private static final double[] SURELY_MENTIONING = {0.01, 0.98, 0.01};
    private static final double[] IN_DOUBT = {0.3, 0.4, 0.3};
    private static final int SUPPORTING = 0;
    private static final int RESULT = 2;

    private final EncoderModel encoder = ShippedEncoder.MODEL;

    @TempDir
    private Path out;

    @Test
    void shouldCountBothOpinionsOfTheIntentWhenOnlyTheTypeIsInDoubt() throws IOException {
        // Given
        List<LabelledRow> rows =
                IntStream.range(0, 40).mapToObj(CascadeTrainingTest::result).toList();
        // When
        double typeSure = intentRecall(rows, SURELY_MENTIONING);
        double typeInDoubt = intentRecall(rows, IN_DOUBT);
        // Then
        assertThat(typeSure).isZero();
        assertThat(typeInDoubt).isGreaterThan(0.9);
    }

    /** The linear model is surely wrong about every intent; the encoder is right. */
    private double intentRecall(List<LabelledRow> rows, double[] type) throws IOException {
        JsonNode report = new CascadeTraining(encoder, 0.15)
                .run(rows, all(rows, SUPPORTING, type), rows, all(rows, RESULT, SURELY_BACKGROUND), out)
                .figures();
        return report.at("/intent/all/classes/result/recall").doubleValue();
    }

    private static Predictions all(List<LabelledRow> rows, int gold, double[] scores) {
        return Predictions.of(
                rows.stream().mapToInt(row -> gold).toArray(),
                rows.stream().map(row -> scores.clone()).toArray(double[][]::new));
    }

    private static LabelledRow result(int number) {
        String text = "Our rate of relapse in group " + number + " is similar to that reported by earlier studies [3].";
        return RowBuilder.row("scicite")
                .saying(text)
                .labelled("result", "supporting", "result")
                .under("Discussion")
                .inGroup("scicite:" + number)
                .build();
    }
}
