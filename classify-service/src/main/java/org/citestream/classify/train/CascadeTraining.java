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
import org.citestream.classify.decide.BatchClassifier;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.encoder.Blend;
import org.citestream.classify.decide.encoder.Blends;
import org.citestream.classify.decide.encoder.DeferralRule;
import org.citestream.classify.decide.encoder.EncoderInput;
import org.citestream.classify.decide.encoder.EncoderModel;
import org.citestream.classify.decide.encoder.EncoderScores;

/**
 * Blends the linear model with the encoder and measures both together, on rows that neither has seen. The blend that is
 * measured on a fold of citing papers was fitted on the others; the one that is written, on all.
 */
public final class CascadeTraining {

    private static final double[] EVEN = {1, 1, 1};
    private static final double[] SHARES = {0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 1};
    private static final List<String> SOURCES = List.of("gold", "clinical", "scicite");
    private static final int MENTIONING = 1;
    /** Above every limit: no doubt. */
    private static final double UNKNOWN = 3;

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
     * @param other by row what the doubt of the other axis hangs on; {@link #UNKNOWN} where the row has no label there
     */
    @SuppressWarnings("ArrayRecordComponent") // Numbers in bulk, never compared.
    private record Pair(
            Task task, List<LabelledRow> rows, Predictions linear, double[] other, Predictions both, Blend blend) {}

    /** What both together are worth, and how sure they must be to publish. */
    record Measured(ObjectNode figures, Thresholds thresholds) {}

    /** Fits, chooses, measures, and writes {@code blend.tsv} and {@code thresholds.tsv} into a folder. */
    Measured run(
            List<LabelledRow> stanceRows,
            Predictions stance,
            List<LabelledRow> intentRows,
            Predictions intent,
            Path out)
            throws IOException {
        Pair types = pair(Task.STANCE, stanceRows, stance, doubts(intentRows, intent, Task.INTENT));
        Pair intents = pair(Task.INTENT, intentRows, intent, doubts(stanceRows, stance, Task.STANCE));
        Files.writeString(
                out.resolve("blend.tsv"),
                "# Weights of the linear model's and the encoder's log-probabilities, and an offset a class; encoder "
                        + encoder.model().orElseThrow().checksum() + "\n"
                        + new Blends(types.blend(), intents.blend()).text());
        Path table = out.resolve("doubt.tsv");
        String limits = Files.exists(table) ? Files.readString(table) : DeferralRule.shipped();
        var doubt = DeferralRule.about(share, limits);
        double[] traffic = Training.traffic(types.rows(), types.linear());
        Thresholds thresholds = ThresholdChoice.of(served(types, doubt), traffic);
        Files.writeString(
                out.resolve("thresholds.tsv"),
                "# How sure both models must be of a type to publish it (deploy/adr/0031).\n" + thresholds.text());
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("share", share);
        var model = report.putObject("model");
        encoder.model().ifPresent(name -> model.put("name", name.name())
                .put("version", name.version())
                .put("checksum", name.checksum()));
        report.set("stance", figures(types, doubt, traffic).tree(thresholds));
        report.set("intent", figures(intents, doubt, traffic).tree(thresholds));
        var sweep = report.putArray("shares");
        for (double other : SHARES) {
            var asked = DeferralRule.about(other, limits);
            ObjectNode one = sweep.addObject().put("share", other);
            for (String source : SOURCES) {
                one.put("stance " + source, macroF1(types, asked, source));
            }
            one.put("intent", macroF1(intents, asked, "scicite"));
            one.put("intent gold", macroF1(intents, asked, "gold"));
            one.put("supporting asked", coverage(stanceRows, stance, asked, 0));
            one.put("contrasting asked", coverage(stanceRows, stance, asked, 2));
            one.set(
                    "published",
                    Report.published(Task.STANCE, served(types, asked), traffic, thresholds.array())
                            .without("calibration"));
        }
        return new Measured(report, thresholds);
    }

    /** The share of a rare type's gold rows that the linear model, who has not seen them, lets through to the encoder. */
    private static double coverage(List<LabelledRow> rows, Predictions linear, DeferralRule doubt, int type) {
        int[] own = IntStream.range(0, rows.size())
                .filter(i -> linear.gold()[i] == type && rows.get(i).source().equals("gold"))
                .toArray();
        long asked = IntStream.of(own)
                .filter(i -> linear.scores()[i][MENTIONING] < doubt.mention())
                .count();
        return own.length == 0 ? 0 : Report.rounded((double) asked / own.length);
    }

    /** By row what the doubt of an axis hangs on. */
    private static Map<LabelledRow, Double> doubts(List<LabelledRow> rows, Predictions verdicts, Task task) {
        Map<LabelledRow, Double> doubts = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            doubts.put(rows.get(i), doubt(verdicts, i, task));
        }
        return doubts;
    }

    private static double doubt(Predictions linear, int row, Task task) {
        return task == Task.STANCE ? linear.scores()[row][MENTIONING] : linear.confidence(row);
    }

    private Pair pair(Task task, List<LabelledRow> rows, Predictions linear, Map<LabelledRow, Double> others) {
        int[] unseen = IntStream.range(0, rows.size())
                .filter(i -> EncoderSplit.unseen(rows.get(i)))
                .toArray();
        List<LabelledRow> kept = IntStream.of(unseen).mapToObj(rows::get).toList();
        Predictions alone = linear.only(unseen);
        double[][] opinions = ask(kept, task);
        double[] mix = task == Task.STANCE ? TypeScores.SERVED.array() : EVEN;
        int[] teaching = teaching(task, kept);
        double[][] both = new double[kept.size()][];
        for (int fold = 0; fold < Training.FOLDS; fold++) {
            int out = fold;
            int[] seen = IntStream.of(teaching)
                    .filter(i -> kept.get(i).fold(Training.FOLDS) != out)
                    .toArray();
            Blend blend = fit(task, kept, alone, opinions, seen, mix);
            IntStream.range(0, both.length)
                    .filter(i -> kept.get(i).fold(Training.FOLDS) == out)
                    .forEach(i -> both[i] = Predictions.softmax(blend.logits(alone.scores()[i], opinions[i], mix)));
        }
        Blend blend = fit(task, kept, alone, opinions, teaching, mix);
        double[] other = kept.stream()
                .mapToDouble(row -> others.getOrDefault(row, UNKNOWN))
                .toArray();
        return new Pair(task, kept, alone, other, Predictions.of(alone.gold(), both), blend);
    }

    /**
     * Rows that the blend is fitted on: gold ones where there are any, for they are the definition, read in context. Of the
     * intent the random ones suffice, and are mixed as the traffic is; for the types gold rows are weighted so that they stand
     * for statements mixed as scores are shown.
     */
    private static int[] teaching(Task task, List<LabelledRow> rows) {
        boolean gold = rows.stream().anyMatch(row -> row.source().equals("gold"));
        return IntStream.range(0, rows.size())
                .filter(i -> !gold || rows.get(i).source().equals("gold"))
                .filter(i -> !gold || task == Task.STANCE || rows.get(i).random())
                .toArray();
    }

    private static Blend fit(
            Task task, List<LabelledRow> all, Predictions linear, double[][] asked, int[] rows, double[] mix) {
        Predictions some = linear.only(rows);
        double[][] others = IntStream.of(rows).mapToObj(i -> asked[i]).toArray(double[][]::new);
        double[] weights = new double[rows.length];
        Arrays.fill(weights, 1);
        if (task == Task.STANCE) {
            List<LabelledRow> chosen = IntStream.of(rows).mapToObj(all::get).toList();
            weights = Training.traffic(chosen, some, TypeScores.SERVED);
        }
        return BlendFit.fit(some.scores(), others, some.gold(), mix, weights);
    }

    /** Most rows stand on both axes: each is asked about once. */
    private double[][] ask(List<LabelledRow> rows, Task task) {
        try (var threads = new BatchClassifier(0)) {
            List<EncoderScores> scores = threads.each(
                    rows, row -> asked.computeIfAbsent(row, one -> encoder.scores(EncoderInput.of(one.statement()))));
            return scores.stream()
                    .map(one -> task == Task.STANCE
                            ? one.type().array()
                            : one.intent().array())
                    .toArray(double[][]::new);
        }
    }

    private static Figures figures(Pair pair, DeferralRule doubt, double[] traffic) {
        return new Figures(pair.task(), pair.rows(), served(pair, doubt), traffic);
    }

    private static double macroF1(Pair pair, DeferralRule doubt, String source) {
        int[] some = IntStream.range(0, pair.rows().size())
                .filter(i -> pair.rows().get(i).source().equals(source))
                .toArray();
        Predictions served = served(pair, doubt).only(some);
        return Report.rounded(Metrics.of(served.gold(), served.predicted(), 3).macroF1());
    }

    /**
     * The linear model's verdict where it is sure, both models' where it doubts type or intent: then the service asks, and
     * the answer counts on both axes. Of a row without a label on the other axis only its own doubt is known.
     */
    private static Predictions served(Pair pair, DeferralRule doubt) {
        boolean stance = pair.task() == Task.STANCE;
        double own = stance ? doubt.mention() : doubt.intent();
        double other = stance ? doubt.intent() : doubt.mention();
        double[][] scores = new double[pair.rows().size()][];
        Arrays.setAll(
                scores,
                i -> doubt(pair.linear(), i, pair.task()) < own || pair.other()[i] < other
                        ? pair.both().scores()[i]
                        : pair.linear().scores()[i]);
        return Predictions.of(pair.linear().gold(), scores);
    }
}
