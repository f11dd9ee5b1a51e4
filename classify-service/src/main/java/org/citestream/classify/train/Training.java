package org.citestream.classify.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.linear.LinearClassifier;
import org.citestream.classify.decide.linear.MatrixScaling;
import org.citestream.classify.decide.linear.ModelFile;
import org.citestream.classify.section.HeadingModel;

/** From labelled files to a model file and its card; the same files give the same bytes. */
public final class Training {

    /** Written into the model; raise it with every change of features, data or settings. */
    public static final String VERSION = "4";

    static final double STANCE_COST = 0.3;
    static final double INTENT_COST = 0.3;
    static final int FOLDS = 5;

    /** One statement in so many is enough to see how sure a model is of the traffic. */
    private static final int TRAFFIC_STEP = 5;

    private final Consumer<String> tell;
    private final TrainingSet set = new TrainingSet();

    /** Tells what it does, line by line. */
    public Training(Consumer<String> tell) {
        this.tell = tell;
    }

    /**
     * What it learns from.
     *
     * @param labelled files of labelled citations
     * @param headings labelled headings; absent: the small model of headings is left as it is
     * @param traffic unlabelled statements of ordinary articles; absent: {@code doubt.tsv} is left as it is
     */
    public record Data(List<Path> labelled, Optional<Path> headings, Optional<Path> traffic) {

        public Data {
            labelled = List.copyOf(labelled);
        }
    }

    /** Weights, and what the model says of rows that it had not seen. */
    @SuppressWarnings("ArrayRecordComponent") // Numbers in bulk, never compared.
    private record Axis(
            float[][] weights,
            MatrixScaling calibration,
            CrossValidation.HeldOutMargins unseen,
            Predictions verdicts) {}

    /**
     * Writes {@code linear.bin}, {@code model-card.json} and {@code model-card.md} into a folder; with an encoder
     * {@code blend.tsv} and {@code thresholds.tsv} too, with traffic {@code doubt.tsv}.
     *
     * @param encoder what stands behind the linear model; absent: it is measured alone
     */
    public void run(Data data, Optional<CascadeTraining> encoder, Path out) throws IOException {
        var rows = new ArrayList<LabelledRow>();
        for (Path file : data.labelled()) {
            rows.addAll(LabelledFile.read(file));
        }
        tell.accept(rows.size() + " labelled rows");
        Axis stance = axis(rows, Task.STANCE, STANCE_COST);
        Axis intent = axis(rows, Task.INTENT, INTENT_COST);
        var columns = new float[ModelFile.COLUMNS][];
        for (int c = 0; c < 3; c++) {
            columns[c] = stance.weights()[c];
            columns[3 + c] = intent.weights()[c];
        }
        Files.createDirectories(out);
        Path file = out.resolve("linear.bin");
        ModelFile.write(file, VERSION, columns, stance.calibration(), intent.calibration());
        ModelFile model = ModelFile.map(file);
        doubt(data.traffic(), model, out);
        var card = new ModelCard(model.name(), rows);
        card.linear(figures(Task.STANCE, stance), figures(Task.INTENT, intent));
        if (encoder.isPresent()) {
            tell.accept("asking the encoder about the rows it has not seen");
            var both = encoder.get()
                    .run(
                            stance.unseen().rows(),
                            stance.verdicts(),
                            intent.unseen().rows(),
                            intent.verdicts(),
                            out);
            card.encoder(both.figures(), both.thresholds());
        }
        card.sections(headings(data.headings(), out));
        card.write(out);
        tell.accept("wrote " + file + ", " + Files.size(file) + " bytes, "
                + model.name().checksum());
    }

    private void doubt(Optional<Path> traffic, ModelFile model, Path out) throws IOException {
        if (traffic.isPresent()) {
            var statements = TrafficFile.read(traffic.get(), TRAFFIC_STEP);
            var table = new DeferralTable(new LinearClassifier(model, Thresholds.all(0)), statements);
            Files.writeString(out.resolve("doubt.tsv"), table.text());
        } else {
            tell.accept("no --traffic: doubt.tsv is left as it is");
        }
    }

    private ObjectNode headings(Optional<Path> file, Path out) throws IOException {
        if (file.isEmpty()) {
            tell.accept("no section-headings.tsv: headings.bin is left as it is");
            return JsonNodeFactory.instance.objectNode();
        }
        var training = new HeadingTraining(file.get());
        HeadingModel.write(out.resolve("headings.bin"), training.train());
        ObjectNode measured = training.measure();
        tell.accept("HEADINGS: macro-F1 " + measured.path("rulesAndModel").path("macroF1"));
        return measured;
    }

    private Axis axis(List<LabelledRow> rows, Task task, double cost) {
        var items = set.items(rows, task);
        tell.accept(task + ": " + items.size() + " rows, " + FOLDS + " folds by citing paper");
        var trainer = new LinearTrainer(cost);
        var unseen = new CrossValidation(trainer, FOLDS).run(items);
        MatrixScaling served = calibration(task, unseen);
        float[][] weights = trainer.train(
                items.stream()
                        .filter(TrainingSet.TrainingItem::teaches)
                        .map(TrainingSet.TrainingItem::example)
                        .toList(),
                3);
        return new Axis(weights, served, unseen, Predictions.of(unseen.gold(), unseen.margins(), served));
    }

    /**
     * Of what is said about unseen rows. With gold rows by what the traffic is like: a first fit to all rows says which gold
     * rows stand for how much of it, a second one counts them so.
     */
    private static MatrixScaling calibration(Task task, CrossValidation.HeldOutMargins unseen) {
        MatrixScaling all = Calibrator.fit(unseen.margins(), unseen.gold());
        if (task == Task.INTENT) {
            return assured(all, unseen);
        }
        MatrixScaling served = all.reweighted(shares(unseen.gold()), TypeScores.SERVED.array());
        if (unseen.rows().stream().noneMatch(LabelledRow::random)) {
            return served;
        }
        double[] weights = traffic(unseen.rows(), Predictions.of(unseen.gold(), unseen.margins(), served));
        return Calibrator.fit(unseen.margins(), unseen.gold(), weights)
                .reweighted(TypeScores.TRAFFIC.array(), TypeScores.SERVED.array());
    }

    /**
     * The same map, as much surer as it ought to be of the traffic, whose statements are easier than those that were chosen to
     * be labelled; which class is the most probable does not change.
     */
    private static MatrixScaling assured(MatrixScaling calibration, CrossValidation.HeldOutMargins unseen) {
        int[] random = IntStream.range(0, unseen.rows().size())
                .filter(i -> unseen.rows().get(i).random())
                .toArray();
        if (random.length == 0) {
            return calibration;
        }
        double[][] logits = IntStream.of(random)
                .mapToObj(i -> unseen.margins()[i])
                .map(m -> IntStream.range(0, 3)
                        .mapToDouble(c -> calibration.logit(c, m[0], m[1], m[2]))
                        .toArray())
                .toArray(double[][]::new);
        int[] gold = IntStream.of(random).map(i -> unseen.gold()[i]).toArray();
        return calibration.sharpened(Calibrator.sharpness(logits, gold));
    }

    private ObjectNode figures(Task task, Axis axis) {
        Predictions verdicts = axis.verdicts();
        ObjectNode figures = new Figures(
                        task,
                        axis.unseen().rows(),
                        verdicts,
                        traffic(axis.unseen().rows(), verdicts))
                .tree(LinearClassifier.ALONE);
        tell.accept(task + ": macro-F1 " + figures.path("all").path("macroF1"));
        return figures;
    }

    /** Weights with which rows stand for the traffic: gold ones where there are random ones, else all by their types. */
    static double[] traffic(List<LabelledRow> rows, Predictions linear) {
        return traffic(rows, linear, TypeScores.TRAFFIC);
    }

    /** The same where the types are mixed otherwise. */
    static double[] traffic(List<LabelledRow> rows, Predictions linear, TypeScores mix) {
        if (rows.stream().noneMatch(LabelledRow::random)) {
            return Report.weights(linear, mix.array());
        }
        double[] mention =
                Arrays.stream(linear.scores()).mapToDouble(scores -> scores[1]).toArray();
        return TrafficWeights.of(rows, linear.gold(), mention, mix);
    }

    static double[] shares(int[] gold) {
        double[] shares = new double[3];
        for (int label : gold) {
            shares[label] += 1.0 / gold.length;
        }
        return shares;
    }
}
