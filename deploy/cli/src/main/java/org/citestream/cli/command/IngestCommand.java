package org.citestream.cli.command;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Json;
import org.citestream.cli.feed.FeedReport;
import org.citestream.cli.feed.FeedSettings;
import org.citestream.cli.feed.Feeder;
import org.citestream.cli.line.RunRecord;
import org.citestream.cli.line.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description =
                "Sends articles to the running line: files, folders, sets, books, .gz, .tar.gz, .zip. Articles added before are"
                        + " skipped, so an interrupted command can simply be run again.",
        sortOptions = false)
final class IngestCommand implements Callable<Integer> {

    private static final int MOST_NAMED = 20;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "File, folder or archive.")
    private List<Path> paths;

    @Option(names = "--wait", description = "Return when every statement is visible in the reports.")
    private boolean wait;

    @Option(names = "--json", description = "Print the summary as one line of JSON.")
    private boolean json;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = FeedSettings.PARALLEL,
            description = "Files sent in parallel. Default: ${DEFAULT-VALUE}.")
    private int parallel;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = FeedSettings.PATIENCE_SECONDS,
            description =
                    "How long a service may be unreachable, or nothing become visible. Default: ${DEFAULT-VALUE}.")
    private int patience;

    @Mixin
    private KeyOption key;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws InterruptedException {
        RunRecord running = data.running();
        var settings = new FeedSettings(parallel, Duration.ofSeconds(patience), Terminal.isThere());
        var feeder = new Feeder(settings, running.urlOf(Service.INGEST), running.urlOf(Service.QUERY), key.given());
        FeedReport report = feeder.feed(paths);
        if (report.isEmpty()) {
            System.err.println(
                    "No articles in " + paths.stream().map(Path::toString).collect(joining(", "))
                            + "; looked for .xml, .nxml, .tei and .json, also in .gz, .tar, .tar.gz and .zip.");
        }
        List<String> invisible = List.of();
        if (wait) {
            invisible = feeder.awaitVisible();
            report = feeder.report();
        }
        System.out.println(json ? Json.write(report) : report.toString());
        if (!invisible.isEmpty()) {
            throw new CliException(ExitCode.SOME_REJECTED, invisible(invisible));
        }
        return report.rejected().isEmpty() ? ExitCode.OK : ExitCode.SOME_REJECTED;
    }

    private String invisible(List<String> ids) {
        String names = String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())));
        return ids.size() + " articles are not complete, and none became so for " + patience + " s: " + names
                + (ids.size() > MOST_NAMED ? ", …" : "");
    }
}
