package org.citestream.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.citestream.cli.CliException;
import org.citestream.cli.DataDirectories;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Json;
import org.citestream.cli.Project;
import org.citestream.cli.feed.FeedReport;
import org.citestream.cli.feed.FeedSettings;
import org.citestream.cli.feed.Feeder;
import org.citestream.cli.feed.ReportSummary;
import org.citestream.cli.line.Ports;
import org.citestream.cli.line.Run;
import org.citestream.cli.line.Service;
import org.citestream.cli.line.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts everything, streams the samples in and prints the address of a report.",
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {

    private static final int LARGEST_SAMPLE = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(names = "--once", description = "Stop after printing the tally and the address.")
    private boolean once;

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
        Path directory = directories.toStartDemo(data.given());
        var ports = new Ports(port);
        System.out.println("Starting Kafka, PostgreSQL and three services; data in " + directory + " …");
        try (Run run = Run.start(directory, ports, Settings.from(System.getenv(), true), UpCommand::tell)) {
            directories.markCurrent(directory);
            int exitCode = show(ports, run);
            if (!once) {
                System.out.println("It keeps running; Ctrl-C stops it.");
                new CountDownLatch(1).await();
            }
            return exitCode;
        }
    }

    /** Streams the samples in and prints a report. */
    static int show(Ports ports, Run run) throws IOException, InterruptedException {
        String queryUrl = run.url();
        Path samples = Project.current().samples();
        var settings = new FeedSettings(1, LARGEST_SAMPLE, PATIENCE, false);
        var feeder = new Feeder(settings, ports.url(Service.INGEST), queryUrl, Optional.empty());
        FeedReport fed = feeder.feed(List.of(samples.resolve("articles")));
        List<String> invisible = feeder.awaitVisible();
        System.out.println("Samples: " + fed);
        System.out.println();
        System.out.println(ReportSummary.of(reportToShow(samples), queryUrl));
        System.out.println();
        if (!invisible.isEmpty()) {
            throw new CliException(
                    ExitCode.SOME_REJECTED, "These samples did not become visible: " + String.join(", ", invisible));
        }
        return fed.rejected().isEmpty() ? ExitCode.OK : ExitCode.SOME_REJECTED;
    }

    /** The samples' own description names the report to look at first. */
    private static String reportToShow(Path samples) throws IOException {
        JsonNode expected = Json.MAPPER.readTree(Files.readString(samples.resolve("expected-reports.json")));
        return expected.path("reports").path(0).path("id").asText();
    }
}
