package org.citestream.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.citestream.cli.CliException;
import org.citestream.cli.DataDirectories;
import org.citestream.cli.ExitCode;
import org.citestream.cli.line.DetachedRun;
import org.citestream.cli.line.Ports;
import org.citestream.cli.line.Run;
import org.citestream.cli.line.RunRecord;
import org.citestream.cli.line.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts Kafka, PostgreSQL and the services; Ctrl-C stops them.",
        sortOptions = false)
final class UpCommand implements Callable<Integer> {

    @Option(names = "--detach", description = "Return when all is ready; deploy/citestream down stops it.")
    private boolean detach;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = Ports.DEFAULT,
            description = "Port of the pages; the next four are taken too. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws Exception {
        var directories = DataDirectories.ofThisAccount();
        Path directory = directories.toStart(data.given());
        var ports = new Ports(port);
        if (detach) {
            RunRecord record = DetachedRun.start(directory, ports);
            directories.markCurrent(directory);
            System.out.println(
                    "Ready at " + record.url() + ", data in " + directory + "; deploy/citestream down stops it.");
            return ExitCode.OK;
        }
        System.out.println("Starting in " + directory + " …");
        try (Run run = Run.start(directory, ports, Settings.from(System.getenv(), false), UpCommand::tell)) {
            directories.markCurrent(directory);
            System.out.println("Ready at " + run.url() + "; Ctrl-C stops it.");
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    static void tell(String line) {
        System.err.println(CliException.PREFIX + line);
    }
}
