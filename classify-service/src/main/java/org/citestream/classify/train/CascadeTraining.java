package org.citestream.classify.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.citestream.classify.decide.Deciders;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.encoder.Blend;
import org.citestream.classify.decide.encoder.Blends;
import org.citestream.classify.decide.encoder.Doubt;
import org.citestream.classify.decide.encoder.EncoderInput;
import org.citestream.classify.decide.encoder.EncoderModel;
import org.citestream.classify.decide.encoder.EncoderScores;

/**
 * Blends the linear model with the encoder and measures both together, on rows that neither has seen. The blend that is
 * measured on a fold of citing papers was fitted on the others; the one that is written, on all.
 */
public final class CascadeTraining {

    private static final double[] EVEN = {1, 1, 1};
    private static final double[] SHARES = {0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1};

    private final EncoderModel encoder;
    private final double share;
    private final Map<LabelledRow, EncoderScores> asked = new ConcurrentHashMap<>();

    /**
     * Of an encoder.
     *
     * @param share of ordinary traffic about which it is asked as shipped, in [0, 1]
     */
    public CascadeTraining(EncoderModel encoder, double share) {
        this.encoder = encoder.forMix(TypeScores.SERVED);
        this.share = share;
    }

    /**
     * One axis of the rows the encoder has not seen: what each says, and what both say together.
     *
     * @param other by row how sure the linear model is on the other axis; 1 where the row has no label there
     */
    @SuppressWarnings("ArrayRecordComponent") // Numbers in bulk, never compared.
    private record Pair(
            Task task, List<LabelledRow> rows, Verdicts linear, double[] other, Verdicts both, Blend blend) {}

    /** Fits, measures, and writes {@code blend.tsv} into a folder. */
    ObjectNode run(
            List<LabelledRow> stanceRows,
            Verdicts stance,
            List<LabelledRow> intentRows,
            Verdicts intent,
            double threshold,
            Path out)
            throws IOException {
        Pair types = pair(Task.STANCE, stanceRows, stance, confidences(intentRows, intent));
        Pair intents = pair(Task.INTENT, intentRows, intent, confidences(stanceRows, stance));
        Files.writeString(
                out.resolve("blend.tsv"),
                "# Weights of the linear model's and the encoder's log-probabilities, and an offset a class; encoder "
                        + encoder.model().orElseThrow().checksum() + "\n"
                        + new Blends(types.blend(), intents.blend()).text());
        Path table = out.resolve("doubt.tsv");
        String limits = Files.exists(table) ? Files.readString(table) : Doubt.shipped();
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("share", share);
        var model = report.putObject("model");
        encoder.model().ifPresent(name -> model.put("name", name.name())
                .put("version", name.version())
                .put("checksum", name.checksum()));
        var doubt = Doubt.about(share, limits);
        report.set("stance", figures(types, doubt).tree(threshold));
        report.set("intent", figures(intents, doubt).tree(threshold));
        var sweep = report.putArray("shares");
        for (double other : SHARES) {
            var asked = Doubt.about(other, limits);
            ObjectNode one = sweep.addObject().put("share", other);
            for (String source : List.of("clinical", "scicite")) {
                one.put("stance " + source, macroF1(types, asked, source));
            }
            one.put("intent", macroF1(intents, asked, "scicite"));
        }
        return report;
    }

    private static Map<LabelledRow, Double> confidences(List<LabelledRow> rows, Verdicts verdicts) {
        Map<LabelledRow, Double> confidences = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            confidences.put(rows.get(i), verdicts.confidence(i));
        }
        return confidences;
    }

    private Pair pair(Task task, List<LabelledRow> rows, Verdicts linear, Map<LabelledRow, Double> others) {
        int[] unseen = IntStream.range(0, rows.size())
                .filter(i -> EncoderSplit.unseen(rows.get(i), encoder.course()))
                .toArray();
        List<LabelledRow> kept = IntStream.of(unseen).mapToObj(rows::get).toList();
        Verdicts alone = linear.only(unseen);
        double[][] opinions = ask(kept, task);
        double[] mix = task == Task.STANCE ? TypeScores.SERVED.array() : EVEN;
        double[][] both = new double[kept.size()][];
        for (int fold = 0; fold < Training.FOLDS; fold++) {
            int out = fold;
            int[] seen = IntStream.range(0, both.length)
                    .filter(i -> kept.get(i).fold(Training.FOLDS) != out)
                    .toArray();
            Blend blend = fit(task, alone, opinions, seen, mix);
            IntStream.range(0, both.length)
                    .filter(i -> kept.get(i).fold(Training.FOLDS) == out)
                    .forEach(i -> both[i] = Verdicts.softmax(blend.logits(alone.scores()[i], opinions[i], mix)));
        }
        Blend blend = fit(task, alone, opinions, IntStream.range(0, both.length).toArray(), mix);
        double[] other =
                kept.stream().mapToDouble(row -> others.getOrDefault(row, 1.0)).toArray();
        return new Pair(task, kept, alone, other, Verdicts.of(alone.gold(), both), blend);
    }

    private static Blend fit(Task task, Verdicts linear, double[][] asked, int[] rows, double[] mix) {
        Verdicts some = linear.only(rows);
        double[][] others = IntStream.of(rows).mapToObj(i -> asked[i]).toArray(double[][]::new);
        double[] shares = task == Task.STANCE ? Training.shares(some.gold()) : EVEN;
        return BlendFit.fit(some.scores(), others, some.gold(), mix, shares);
    }

    /** Most rows stand on both axes: each is asked about once. */
    private double[][] ask(List<LabelledRow> rows, Task task) {
        try (var threads = new Deciders(0)) {
            List<EncoderScores> scores = threads.each(
                    rows, row -> asked.computeIfAbsent(row, one -> encoder.scores(EncoderInput.of(one.statement()))));
            return scores.stream()
                    .map(one -> task == Task.STANCE
                            ? one.type().array()
                            : one.intent().array())
                    .toArray(double[][]::new);
        }
    }

    private static Figures figures(Pair pair, Doubt doubt) {
        return new Figures(pair.task(), pair.rows(), served(pair, doubt));
    }

    private static double macroF1(Pair pair, Doubt doubt, String source) {
        int[] some = IntStream.range(0, pair.rows().size())
                .filter(i -> pair.rows().get(i).source().equals(source))
                .toArray();
        Verdicts served = served(pair, doubt).only(some);
        return Report.rounded(Metrics.of(served.gold(), served.predicted(), 3).macroF1());
    }

    /**
     * The linear model's verdict where it is sure, both models' where it doubts type or intent: then the service asks, and
     * the answer counts on both axes. Of a row without a label on the other axis only its own doubt is known.
     */
    private static Verdicts served(Pair pair, Doubt doubt) {
        boolean stance = pair.task() == Task.STANCE;
        double own = stance ? doubt.type() : doubt.intent();
        double other = stance ? doubt.intent() : doubt.type();
        double[][] scores = new double[pair.rows().size()][];
        Arrays.setAll(
                scores,
                i -> pair.linear().confidence(i) < own || pair.other()[i] < other
                        ? pair.both().scores()[i]
                        : pair.linear().scores()[i]);
        return Verdicts.of(pair.linear().gold(), scores);
    }
}
