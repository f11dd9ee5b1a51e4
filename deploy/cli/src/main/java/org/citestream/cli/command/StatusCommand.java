package org.citestream.cli.command;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Json;
import org.citestream.cli.line.LineStatus;
import org.citestream.cli.line.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows the state of every part; exit code 0 if all are ready, else 2.")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "As one line of JSON.")
    private boolean json;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        Path directory = data.ofLine();
        RunRecord record = RunRecord.read(directory)
                .orElseThrow(() -> new CliException(
                        ExitCode.NOT_RUNNING,
                        "Nothing is running in " + directory + "; start it with deploy/citestream up."));
        LineStatus status = LineStatus.of(record);
        if (json) {
            System.out.println(Json.write(status));
        } else {
            print(directory, status);
        }
        if (!record.launcher().isAlive()) {
            throw new CliException(
                    ExitCode.NOT_RUNNING,
                    "The launcher (process " + record.launcher().pid()
                            + ") was killed; up starts again, down ends what is left of it.");
        }
        return status.isReady() ? ExitCode.OK : ExitCode.NOT_RUNNING;
    }

    private static void print(Path directory, LineStatus status) {
        System.out.println("data              " + directory);
        new TreeMap<>(status.services())
                .forEach((name, service) -> System.out.printf(
                        "%-17s %-8s %s, process %d%s%n",
                        name,
                        service.state(),
                        service.url(),
                        service.pid(),
                        service.restarts() == 0 ? "" : ", died and started again " + service.restarts() + " times"));
        System.out.printf(
                "%-17s %-8s %s%n",
                "kafka", status.kafka().state(), status.kafka().bootstrapServers());
        System.out.printf(
                "%-17s %-8s %s%n",
                "postgres", status.postgres().state(), status.postgres().jdbcUrl());
    }
}
