package org.citestream.training;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.citestream.classify.decide.encoder.Calibration;
import org.citestream.classify.decide.encoder.Course;
import org.citestream.classify.decide.encoder.EncoderFile;
import org.citestream.classify.decide.encoder.EncoderInputs;
import org.citestream.classify.decide.encoder.EncoderModel;
import org.citestream.classify.decide.encoder.WordPiece;
import org.citestream.training.bert.BertNetwork;
import org.citestream.training.bert.BertOnnx;
import org.citestream.training.bert.BertWeights;
import org.citestream.training.bert.FineTuning;
import org.citestream.training.bert.TrainingSettings;
import org.citestream.training.data.Example;
import org.citestream.training.data.LabelledCitations;
import org.citestream.training.score.Development;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fine-tunes the encoder, quantises and calibrates it, and reports how it does on what was held out. */
@Command(
        name = "train --encoder",
        mixinStandardHelpOptions = true,
        description = "Fine-tunes the encoder on labelled citations and writes its ONNX file.")
public final class TrainEncoder implements Callable<Integer> {

    private static final int LONGEST = 128;

    @Parameters(arity = "1..*", paramLabel = "DATA", description = "labelled files, or folders with a citations.jsonl")
    private List<Path> data;

    @Option(names = "--out", required = true, description = "the ONNX file to write")
    private Path out;

    @Option(names = "--version-name", defaultValue = "1", description = "version the file carries")
    private String version;

    @Option(names = "--checkpoint", description = "float weights, written after each epoch")
    private Path checkpoint;

    @Option(
            names = "--epochs-done",
            defaultValue = "0",
            description = "go on from the checkpoint after so many epochs; all of them: only write the file")
    private int epochsDone;

    @Option(names = "--full", description = "all rows, all layers, two epochs, in place of the brief course")
    private boolean full;

    private TrainEncoder() {}

    /** Runs the command; exits with 0 when the file is written. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TrainEncoder()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Path path : data) {
            examples.addAll(LabelledCitations.read(Files.isDirectory(path) ? path.resolve("citations.jsonl") : path));
        }
        List<Example> development =
                examples.stream().filter(e -> e.development() && e.definite()).toList();
        List<String> vocabulary = Pretrained.vocabulary();
        EncoderInputs inputs = new EncoderInputs(new WordPiece(vocabulary), LONGEST);
        TrainingSettings settings = full ? TrainingSettings.full() : TrainingSettings.brief();
        BertWeights weights = epochsDone > 0
                ? BertWeights.load(checkpoint)
                : BertWeights.pretrained(Pretrained.tensors(), settings.seed());
        try (BertNetwork network =
                new BertNetwork(Engine.getInstance().newBaseManager(), weights, settings.dropout())) {
            List<Example> training = examples.stream()
                    .filter(e -> !e.development() && (full || e.brief()))
                    .toList();
            Consumer<String> progress = System.err::println;
            new FineTuning(network, inputs, settings, progress).run(training, epochsDone, epoch -> save(network));
            BertWeights trained = network.weights();
            Map<String, String> properties = new HashMap<>(Map.of(
                    "name", "minilm-l6",
                    "version", version,
                    "longest", Integer.toString(LONGEST),
                    "vocabulary", String.join("\n", vocabulary),
                    "calibration.type", Calibration.NONE.text(),
                    "calibration.intent", Calibration.NONE.text()));
            properties.put(Course.PROPERTY, (full ? Course.FULL : Course.BRIEF).name());
            BertOnnx.write(trained, LONGEST, out, properties);
            Development quantised = development(development);
            properties.put("calibration.type", quantised.typeCalibration().text());
            properties.put("calibration.intent", quantised.intentCalibration().text());
            BertOnnx.write(trained, LONGEST, out, properties);
            System.out.print(
                    new Report(quantised, new Development(development, network.logits(inputs, development))).text());
        }
        System.out.printf("%s, %d bytes%n", EncoderFile.read(out).checksum(), Files.size(out));
        return 0;
    }

    private Development development(List<Example> rows) throws IOException {
        try (EncoderModel model = new EncoderModel(EncoderFile.read(out))) {
            return new Development(
                    rows, rows.stream().map(row -> model.logits(row.input())).toList());
        }
    }

    private void save(BertNetwork network) {
        if (checkpoint != null) {
            try {
                network.weights().save(checkpoint);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
