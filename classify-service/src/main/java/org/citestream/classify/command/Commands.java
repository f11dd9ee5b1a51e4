package org.citestream.classify.command;

import java.nio.file.NoSuchFileException;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands: all but {@code reclassify} need no platform. */
@Command(
        name = "classify-service",
        description = "The classifier from the command line.",
        mixinStandardHelpOptions = true,
        subcommands = {ClassifyCommand.class, EvaluateCommand.class, TrainCommand.class, ReclassifyCommand.class})
final class Commands {

    private static final Set<String> NAMES = Set.of("classify", "evaluate", "train", "reclassify");

    /** Whether the arguments name a command rather than start the service. */
    static boolean areMeant(String[] args) {
        return args.length > 0 && NAMES.contains(args[0]);
    }

    /** Runs one; 0 all well, 1 some rows or files could not be read, 2 usage. */
    static int run(String[] args) {
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr().println(reason(e));
                    return 1;
                })
                .execute(args);
    }

    private static String reason(Exception e) {
        return e instanceof NoSuchFileException missing ? "no such file: " + missing.getFile() : e.getMessage();
    }
}
