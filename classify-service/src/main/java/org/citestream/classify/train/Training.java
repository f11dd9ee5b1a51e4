package org.citestream.classify.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.linear.Calibration;
import org.citestream.classify.decide.linear.ModelFile;
import org.citestream.classify.section.HeadingModel;

/** From labelled files to a model file and its card; the same files give the same bytes. */
public final class Training {

    /** Written into the model; raise it with every change of features, data or settings. */
    public static final String VERSION = "1";

    static final double STANCE_COST = 0.3;
    static final double INTENT_COST = 0.3;
    static final int FOLDS = 5;

    private static final double[] TRAFFIC = {
        TypeScores.TRAFFIC.supporting(), TypeScores.TRAFFIC.mentioning(), TypeScores.TRAFFIC.contrasting()
    };

    private static final double[] THRESHOLDS = {0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8};

    private final Consumer<String> tell;
    private final TrainingSet set = new TrainingSet();

    /** Tells what it does, line by line. */
    public Training(Consumer<String> tell) {
        this.tell = tell;
    }

    /** Weights, calibration and what was measured on rows the measured model had not seen. */
    @SuppressWarnings("ArrayRecordComponent") // Numbers in bulk, never compared.
    private record Axis(float[][] weights, Calibration calibration, ObjectNode measured) {}

    /** Writes {@code linear.bin}, {@code model-card.json} and {@code model-card.md} into a folder. */
    public void run(List<Path> data, Optional<Path> headings, Path out, double threshold) throws IOException {
        var rows = new ArrayList<LabelledRow>();
        for (Path file : data) {
            rows.addAll(LabelledFile.read(file));
        }
        tell.accept(rows.size() + " labelled rows");
        Axis stance = axis(rows, Task.STANCE, STANCE_COST, threshold);
        Axis intent = axis(rows, Task.INTENT, INTENT_COST, threshold);
        var columns = new float[ModelFile.COLUMNS][];
        for (int c = 0; c < 3; c++) {
            columns[c] = stance.weights()[c];
            columns[3 + c] = intent.weights()[c];
        }
        Files.createDirectories(out);
        Path file = out.resolve("linear.bin");
        ModelFile.write(file, VERSION, columns, stance.calibration(), intent.calibration());
        var sections = headings(headings, out);
        ModelCard.write(
                out, ModelFile.map(file).name(), rows, stance.measured(), intent.measured(), sections, threshold);
        tell.accept("wrote " + file + ", " + Files.size(file) + " bytes, "
                + ModelFile.map(file).name().checksum());
    }

    private ObjectNode headings(Optional<Path> file, Path out) throws IOException {
        if (file.isEmpty()) {
            tell.accept("no section-headings.tsv: headings.bin is left as it is");
            return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        }
        var training = new HeadingTraining(file.get());
        HeadingModel.write(out.resolve("headings.bin"), training.train());
        ObjectNode measured = training.measure();
        tell.accept("HEADINGS: macro-F1 " + measured.path("rulesAndModel").path("macroF1"));
        return measured;
    }

    private Axis axis(List<LabelledRow> rows, Task task, double cost, double threshold) {
        var items = set.items(rows, task);
        tell.accept(task + ": " + items.size() + " rows, " + FOLDS + " folds by citing paper");
        var trainer = new LinearTrainer(cost);
        var unseen = new CrossValidation(trainer, FOLDS).run(items);
        Calibration fitted = Calibrator.fit(unseen.margins(), unseen.gold());
        Calibration served = task == Task.STANCE ? fitted.withShift(shift(unseen.gold(), TRAFFIC)) : fitted;
        ObjectNode measured = measured(task, unseen, fitted, served, threshold);
        tell.accept(task + ": macro-F1 " + measured.path("all").path("macroF1"));
        float[][] weights =
                trainer.train(items.stream().map(TrainingSet.Item::example).toList(), 3);
        return new Axis(weights, served, measured);
    }

    private static ObjectNode measured(
            Task task, CrossValidation.Unseen unseen, Calibration fitted, Calibration served, double threshold) {
        ObjectNode all = Report.of(task, Verdicts.of(unseen.gold(), unseen.margins(), fitted));
        ObjectNode out = all.objectNode();
        out.set("all", all);
        for (String source : List.of("clinical", "scicite")) {
            int[] rows = IntStream.range(0, unseen.gold().length)
                    .filter(i -> unseen.rows().get(i).source().equals(source))
                    .toArray();
            if (rows.length > 0) {
                int[] gold = IntStream.of(rows).map(i -> unseen.gold()[i]).toArray();
                double[][] margins =
                        IntStream.of(rows).mapToObj(i -> unseen.margins()[i]).toArray(double[][]::new);
                var ownMix = fitted.withShift(shift(unseen.gold(), shares(gold)));
                out.set(source, Report.of(task, Verdicts.of(gold, margins, task == Task.STANCE ? ownMix : fitted)));
                out.set(source + " as served", Report.of(task, Verdicts.of(gold, margins, served)));
            }
        }
        if (task == Task.STANCE) {
            var verdicts = Verdicts.of(unseen.gold(), unseen.margins(), served);
            out.set("traffic", Report.atPrior(task, verdicts, TRAFFIC, threshold));
            var sweep = out.putArray("thresholds");
            for (double other : THRESHOLDS) {
                sweep.add(Report.atPrior(task, verdicts, TRAFFIC, other).without("calibration"));
            }
        }
        return out;
    }

    /** How much more common each type is in a mix than among the rows the calibration was fitted to. */
    private static double[] shift(int[] fittedTo, double[] mix) {
        double[] shares = shares(fittedTo);
        double[] shift = new double[3];
        for (int c = 0; c < 3; c++) {
            shift[c] = StrictMath.log(mix[c] / shares[c]);
        }
        return shift;
    }

    static double[] shares(int[] gold) {
        double[] shares = new double[3];
        for (int label : gold) {
            shares[label] += 1.0 / gold.length;
        }
        return shares;
    }
}
