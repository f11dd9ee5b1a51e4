package org.citestream.training;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.citestream.classify.decide.encoder.EncoderFile;
import org.citestream.classify.decide.encoder.EncoderInputs;
import org.citestream.classify.decide.encoder.EncoderModel;
import org.citestream.classify.decide.encoder.VectorScaling;
import org.citestream.classify.decide.encoder.WordPiece;
import org.citestream.training.bert.BertNetwork;
import org.citestream.training.bert.BertOnnx;
import org.citestream.training.bert.BertWeights;
import org.citestream.training.bert.Checkpoint;
import org.citestream.training.bert.FineTuning;
import org.citestream.training.bert.Teacher;
import org.citestream.training.bert.TrainingSettings;
import org.citestream.training.data.Curriculum;
import org.citestream.training.data.Example;
import org.citestream.training.data.LabelledCitations;
import org.citestream.training.data.UnlabelledStatements;
import org.citestream.training.onnx.OnnxTensors;
import org.citestream.training.score.DevelopmentSet;
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

    @Option(names = "--version-name", defaultValue = "2", description = "version the file carries")
    private String version;

    @Option(
            names = "--checkpoint",
            required = true,
            description = "a folder for weights; a course that was stopped goes on from there")
    private Path folder;

    @Option(names = "--epochs", defaultValue = "5", description = "passes over the gold rows")
    private int epochs;

    @Option(
            names = "--teacher",
            description =
                    "an encoder that this command wrote: the new one begins as some of its layers and learns its scores")
    private Optional<Path> teacher;

    @Option(
            names = "--layers",
            split = ",",
            defaultValue = "0,2,5",
            description = "with --teacher, the numbers of its layers that are kept; default ${DEFAULT-VALUE}")
    private List<Integer> layers;

    @Option(
            names = "--unlabelled",
            description = "with --teacher, statements for it to read, as `deploy/citestream extract` prints them")
    private Optional<Path> unlabelled;

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
        Checkpoint checkpoint = new Checkpoint(folder);
        if (unlabelled.isPresent()) {
            examples.addAll(UnlabelledStatements.read(
                    unlabelled.get(),
                    examples.stream()
                            .filter(Example::development)
                            .map(example -> example.input().text())
                            .collect(Collectors.toSet())));
        }
        train(new Curriculum(examples, epochs), development, inputs, checkpoint);
        BertWeights best = checkpoint.best();
        Map<String, String> properties = new HashMap<>(Map.of(
                "name", "minilm-l" + best.layers(),
                "version", version,
                "longest", Integer.toString(LONGEST),
                "vocabulary", String.join("\n", vocabulary),
                "calibration.type", VectorScaling.NONE.text(),
                "calibration.intent", VectorScaling.NONE.text()));
        BertOnnx.write(best, LONGEST, out, properties);
        DevelopmentSet quantised = quantised(development);
        properties.put("calibration.type", quantised.typeCalibration().text());
        properties.put("calibration.intent", quantised.intentCalibration().text());
        BertOnnx.write(best, LONGEST, out, properties);
        try (BertNetwork network = new BertNetwork(Engine.getInstance().newBaseManager(), best, 0)) {
            System.out.print(
                    new Report(quantised, new DevelopmentSet(development, network.logits(inputs, development))).text());
        }
        System.out.printf("%s, %d bytes%n", EncoderFile.read(out).checksum(), Files.size(out));
        return 0;
    }

    private void train(Curriculum curriculum, List<Example> development, EncoderInputs inputs, Checkpoint checkpoint)
            throws IOException {
        TrainingSettings settings = TrainingSettings.shipped();
        BertWeights weights = checkpoint.standing().steps() > 0 ? checkpoint.last() : beginning(settings);
        List<Example> chosenBy = development.stream()
                .filter(Example::gold)
                .filter(e -> !e.random())
                .toList();
        Consumer<String> log = line -> System.err.println(
                LocalTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("HH:mm:ss")) + " " + line);
        log.accept(curriculum.examples().size() + " examples, " + weights.layers() + " layers");
        Optional<Teacher> taught = teacher.isEmpty()
                ? Optional.empty()
                : Optional.of(Teacher.of(teacher.get(), curriculum.examples(), folder.resolve("teacher.logits")));
        try (BertNetwork network =
                new BertNetwork(Engine.getInstance().newBaseManager(), weights, settings.dropout())) {
            new FineTuning(network, inputs, settings, checkpoint, taught, log)
                    .run(curriculum, () -> new DevelopmentSet(chosenBy, network.logits(inputs, chosenBy))
                            .typeMacroF1(Example.GOLD));
        }
    }

    private BertWeights beginning(TrainingSettings settings) throws IOException {
        return teacher.isPresent()
                ? BertWeights.served(OnnxTensors.of(Files.readAllBytes(teacher.get())), layers)
                : BertWeights.pretrained(Pretrained.tensors(), settings.seed());
    }

    private DevelopmentSet quantised(List<Example> rows) throws IOException {
        try (EncoderModel model = new EncoderModel(EncoderFile.read(out))) {
            return new DevelopmentSet(
                    rows, rows.stream().map(row -> model.logits(row.input())).toList());
        }
    }
}
