package org.citestream.classify.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.citestream.classify.train.Evaluation;
import org.citestream.classify.train.LabelledFile;
import org.citestream.classify.train.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores the model on a labelled file. */
@Command(
        name = "evaluate",
        description = "Scores the model on a labelled file and prints figures per class as JSON.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.jsonl", description = "Labelled rows.")
    private Path file;

    @Option(names = "--task", defaultValue = "stance", description = "stance or intent (default ${DEFAULT-VALUE}).")
    private Task task;

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Override
    public Integer call() throws IOException {
        var report = new Evaluation(options::classifier, options.thresholds()).run(LabelledFile.read(file), task);
        System.out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        return 0;
    }
}
