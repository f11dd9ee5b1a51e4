package org.citestream.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Java;
import org.citestream.cli.Project;
import org.citestream.cli.line.RunRecord;
import org.citestream.cli.line.Service;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Another model over the kept log of a running line; carried out by classify-service's jar. */
@Command(
        name = "reclassify",
        mixinStandardHelpOptions = true,
        description = "Runs the kept log through another model, shows what it would change, and makes it count or drops"
                + " it. Without an option: how it stands. Each can be run again after a kill.")
final class ReclassifyCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "0..1")
    private Action action;

    @Mixin
    private DataOption data;

    /** What to do. */
    static final class Action {

        @Option(
                names = "--model",
                paramLabel = "FILE",
                description = "Read the log again by these weights (made by train), or by the word shipped.")
        private String model;

        @Option(names = "--promote", description = "Make the candidate the live model; its labels count from then on.")
        private boolean promote;

        @Option(names = "--discard", description = "Delete the candidate; nothing of it is left.")
        private boolean discard;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunRecord running = data.running();
        List<String> command = Java.command();
        command.addAll(List.of(
                "-Xmx512m",
                "-jar",
                Project.current().jarOf(Service.CLASSIFY.folder()).toString(),
                "reclassify",
                "--kafka",
                running.kafka().bootstrapServers(),
                "--classify",
                running.services().get(Service.CLASSIFY.folder()).url(),
                "--data",
                data.ofLine().toAbsolutePath().toString()));
        command.addAll(chosen());
        Process process = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "citestream-stop-reclassify"));
        int code = process.waitFor();
        if (code == ExitCode.OK && action != null && action.model != null) {
            System.err.println("citestream: what it would change: " + running.url() + "/ops/candidate");
        }
        return code;
    }

    private List<String> chosen() {
        if (action == null) {
            return List.of();
        }
        if (action.promote) {
            return List.of("--promote");
        }
        if (action.discard) {
            return List.of("--discard");
        }
        boolean word = action.model.equals("shipped");
        return List.of(
                "--model",
                word ? action.model : Path.of(action.model).toAbsolutePath().toString());
    }
}
