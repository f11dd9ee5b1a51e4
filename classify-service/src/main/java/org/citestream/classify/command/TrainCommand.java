package org.citestream.classify.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.citestream.classify.EncoderSettings;
import org.citestream.classify.decide.encoder.EncoderException;
import org.citestream.classify.decide.encoder.EncoderSource;
import org.citestream.classify.train.CascadeTraining;
import org.citestream.classify.train.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Labelled data in, model file and model card out. */
@Command(
        name = "train",
        description =
                "Trains the linear model: writes linear.bin, model-card.json and model-card.md, with the encoder blend.tsv."
                        + " The same data give the same bytes. With --encoder, deploy/citestream trains the encoder.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "DATA", description = "Labelled files, or folders with a citations.jsonl.")
    private List<Path> data;

    @Option(names = "--out", defaultValue = "model", description = "Where to write (default ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--traffic",
            paramLabel = "FILE.jsonl",
            description = "Statements of ordinary articles, as extract prints them: how sure the model is of them is"
                    + " written to doubt.tsv.")
    private Path traffic;

    @Option(
            names = "--encoder-file",
            paramLabel = "FILE",
            description = "The encoder to blend with instead of the shipped one.")
    private Path encoderFile;

    @Option(
            names = "--encoder-share",
            defaultValue = EncoderSettings.SHIPPED_SHARE,
            description = "Share of ordinary traffic about which the encoder is asked, for the card; 0 leaves it out"
                    + " (default ${DEFAULT-VALUE}).")
    private double encoderShare;

    @Override
    public Integer call() throws IOException {
        var files = new ArrayList<Path>();
        for (Path path : data) {
            Path file = Files.isDirectory(path) ? path.resolve("citations.jsonl") : path;
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(file.toString());
            }
            files.add(file);
        }
        Optional<Path> headings = data.stream()
                .map(path -> Files.isDirectory(path) ? path.resolve("section-headings.tsv") : path)
                .filter(path -> path.toString().endsWith(".tsv") && Files.isRegularFile(path))
                .findFirst();
        files.removeIf(path -> path.toString().endsWith(".tsv"));
        var from = new Training.Data(files, headings, Optional.ofNullable(traffic));
        new Training(System.err::println).run(from, encoder(), out);
        return 0;
    }

    private Optional<CascadeTraining> encoder() {
        if (encoderShare <= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CascadeTraining(EncoderSource.load(Optional.ofNullable(encoderFile)), encoderShare));
        } catch (EncoderException e) {
            System.err.println("the card goes without the encoder: " + e.getMessage());
            return Optional.empty();
        }
    }
}
