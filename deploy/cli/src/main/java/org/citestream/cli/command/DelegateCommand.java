package org.citestream.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.citestream.cli.Java;
import org.citestream.cli.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A command that a service's jar carries out in command mode, without platform: all that follows its name is passed on,
 * and its exit code is the command's.
 */
abstract class DelegateCommand implements Callable<Integer> {

    private final String service;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "Passed on to the service; see its --help.")
    private List<String> arguments = new ArrayList<>();

    DelegateCommand(String service) {
        this.service = service;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Process process = process(arguments).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "citestream-stop-" + spec.name()));
        return process.waitFor();
    }

    /** The program that runs the command. */
    ProcessBuilder process(List<String> arguments) {
        List<String> command = Java.command();
        command.addAll(List.of("-jar", Project.current().jarOf(service).toString(), spec.name()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    @Command(
            name = "extract",
            description = "Prints one line of JSON per article: its citation statements. Nothing needs to run.")
    static final class Extract extends DelegateCommand {
        Extract() {
            super("ingest-service");
        }
    }

    @Command(name = "classify", description = "Tells the type of statements, with the words that decided it.")
    static final class Classify extends DelegateCommand {
        Classify() {
            super("classify-service");
        }
    }

    @Command(
            name = "train",
            description = "Trains the linear model from labelled statements; with --encoder the encoder instead.")
    static final class Train extends DelegateCommand {

        private static final String ENCODER = "--encoder";

        Train() {
            super("classify-service");
        }

        /** The encoder is trained by a program of its own: PyTorch's dependencies must not burden the service. */
        @Override
        ProcessBuilder process(List<String> arguments) {
            if (!arguments.contains(ENCODER)) {
                return super.process(arguments);
            }
            List<String> command = Java.command();
            command.addAll(List.of(
                    "-Xmx4g", "-cp", Project.current().classpathOfTraining(), "org.citestream.training.TrainEncoder"));
            arguments.stream().filter(argument -> !argument.equals(ENCODER)).forEach(command::add);
            var process = new ProcessBuilder(command);
            process.environment()
                    .putAll(Map.of(
                            "OMP_NUM_THREADS", "1",
                            // Buffers of a step are kept for the next: page faults cost a quarter of the time.
                            "MALLOC_ARENA_MAX", "1",
                            "MALLOC_MMAP_THRESHOLD_", "33554432",
                            "MALLOC_TRIM_THRESHOLD_", "4294967296",
                            "MALLOC_TOP_PAD_", "67108864"));
            return process;
        }
    }

    @Command(name = "evaluate", description = "Measures the models on labelled statements.")
    static final class Evaluate extends DelegateCommand {
        Evaluate() {
            super("classify-service");
        }
    }
}
