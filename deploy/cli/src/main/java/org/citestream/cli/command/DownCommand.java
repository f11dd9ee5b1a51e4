package org.citestream.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.line.OrphanedServices;
import org.citestream.cli.line.RunRecord;
import org.citestream.cli.line.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops what runs in the data directory, leftovers of a killed run included.")
final class DownCommand implements Callable<Integer> {

    /** On top of what the services may take: Kafka and PostgreSQL. */
    private static final Duration PLATFORM_STOP = Duration.ofSeconds(30);

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws Exception {
        Path directory = data.ofLine();
        RunRecord record = RunRecord.read(directory)
                .orElseThrow(() -> new CliException(ExitCode.NOT_RUNNING, "Nothing is running in " + directory + "."));
        Duration stopLimit = Settings.from(System.getenv(), false).stopLimit();
        var launcher = record.launcher().find();
        if (launcher.isPresent()) {
            stop(launcher.get(), stopLimit.plus(PLATFORM_STOP));
            System.out.println("Stopped.");
        } else {
            int ended = OrphanedServices.end(directory, record, stopLimit);
            System.out.println("The run here had been killed; ended " + ended + " services and what else it had left.");
        }
        return ExitCode.OK;
    }

    private static void stop(ProcessHandle launcher, Duration patience) throws Exception {
        launcher.destroy();
        try {
            launcher.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CliException(
                    ExitCode.NOT_RUNNING,
                    "Process " + launcher.pid() + " did not end in " + patience.toSeconds()
                            + " s; kill it with kill -9 and run down again.",
                    e);
        }
    }
}
