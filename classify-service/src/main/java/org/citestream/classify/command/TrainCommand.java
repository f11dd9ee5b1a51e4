package org.citestream.classify.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.citestream.classify.train.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Labelled data in, model file and model card out. */
@Command(
        name = "train",
        description =
                "Trains the linear model: writes linear.bin, model-card.json and model-card.md. The same data give"
                        + " the same bytes.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "DATA", description = "Labelled files, or folders with a citations.jsonl.")
    private List<Path> data;

    @Option(names = "--out", defaultValue = "model", description = "Where to write (default ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--threshold",
            defaultValue = "0.7",
            description = "Threshold to report at (default ${DEFAULT-VALUE}).")
    private double threshold;

    @Override
    public Integer call() throws IOException {
        var files = new ArrayList<Path>();
        for (Path path : data) {
            Path file = Files.isDirectory(path) ? path.resolve("citations.jsonl") : path;
            if (!Files.isRegularFile(file)) {
                throw new IOException("no such file: " + file);
            }
            files.add(file);
        }
        Optional<Path> headings = data.stream()
                .map(path -> Files.isDirectory(path) ? path.resolve("section-headings.tsv") : path)
                .filter(path -> path.toString().endsWith(".tsv") && Files.isRegularFile(path))
                .findFirst();
        files.removeIf(path -> path.toString().endsWith(".tsv"));
        new Training(System.err::println).run(files, headings, out, threshold);
        return 0;
    }
}
