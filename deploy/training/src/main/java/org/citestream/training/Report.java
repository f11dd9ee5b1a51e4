package org.citestream.training;

import java.util.List;
import java.util.stream.IntStream;
import org.citestream.classify.decide.encoder.VectorScaling;
import org.citestream.training.score.CalibratedScores;
import org.citestream.training.score.DevelopmentSet;
import org.citestream.training.score.Measures;

/**
 * What the held-out rows say, in Markdown.
 *
 * @param quantised the file as it will serve
 * @param floats the network as it was trained
 */
record Report(DevelopmentSet quantised, DevelopmentSet floats) {

    private static final List<String> TYPES = List.of("supporting", "mentioning", "contrasting");
    private static final List<String> INTENTS = List.of("background", "method", "result");

    String text() {
        VectorScaling type = quantised.typeCalibrationFor("clinical");
        VectorScaling intent = quantised.intentCalibration();
        StringBuilder text = new StringBuilder();
        table(text, "intent (scicite), int8", INTENTS, quantised.intents(intent));
        table(text, "intent (scicite), float", INTENTS, floats.intents(intent));
        table(text, "type (clinical), int8", TYPES, quantised.types("clinical", type));
        table(text, "type (clinical), float", TYPES, floats.types("clinical", type));
        table(
                text,
                "type (clinical), int8, as it left training",
                TYPES,
                quantised.types("clinical", VectorScaling.NONE));
        return text.append(difference()).toString();
    }

    private static void table(StringBuilder text, String title, List<String> classes, List<CalibratedScores> rows) {
        text.append("\n%s: %d rows, macro-F1 %s, ECE %.3f%n"
                .formatted(
                        title,
                        rows.size(),
                        Measures.withInterval(rows, Measures::macroF1),
                        Measures.calibrationError(rows)));
        text.append("| class | precision | recall | F1 |\n| --- | --- | --- | --- |\n");
        for (int k = 0; k < classes.size(); k++) {
            int type = k;
            text.append("| %s | %s | %s | %s |%n"
                    .formatted(
                            classes.get(k),
                            Measures.withInterval(rows, sample -> Measures.precision(sample, type)),
                            Measures.withInterval(rows, sample -> Measures.recall(sample, type)),
                            Measures.withInterval(rows, sample -> Measures.f1(sample, type))));
        }
    }

    /** How far eight bits lead away from floats. */
    private String difference() {
        double[] gaps = IntStream.range(0, floats.logits().size())
                .boxed()
                .flatMapToDouble(row -> IntStream.range(0, floats.logits().get(row).length)
                        .mapToDouble(k -> Math.abs(
                                floats.logits().get(row)[k] - quantised.logits().get(row)[k])))
                .sorted()
                .toArray();
        return "%nint8 against float logits: mean difference %.4f, 99th percentile %.4f, largest %.4f%n"
                .formatted(
                        java.util.Arrays.stream(gaps).average().orElseThrow(),
                        gaps[(int) (gaps.length * 0.99)],
                        gaps[gaps.length - 1]);
    }
}
