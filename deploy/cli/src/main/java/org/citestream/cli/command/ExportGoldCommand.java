package org.citestream.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Json;
import org.citestream.cli.gold.CorrectionLabels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Accepted corrections as labelled rows. */
@Command(
        name = "export-gold",
        mixinStandardHelpOptions = true,
        description = "Writes accepted corrections as labelled rows, one a line, as train and evaluate read them.")
final class ExportGoldCommand implements Callable<Integer> {

    private static final String PATH = "/api/v1/corrections/gold.jsonl";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int OK = 200;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; else standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--labels-only",
            description =
                    "Leave out the sentences: the format of deploy/gold/labels.tsv, which gold fill --labels reads.")
    private boolean labelsOnly;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String address = data.running().url() + PATH;
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        try (var rows = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            if (answer.statusCode() != OK) {
                throw new CliException(ExitCode.NOT_RUNNING, address + " answers " + answer.statusCode() + ".");
            }
            if (out.isEmpty()) {
                var shown = new PrintStream(System.out, false, StandardCharsets.UTF_8);
                write(rows, shown);
                shown.flush();
                return ExitCode.OK;
            }
            try (var file = new PrintStream(out.get().toFile(), StandardCharsets.UTF_8)) {
                System.err.println("citestream: " + write(rows, file) + " rows in " + out.get());
                if (file.checkError()) {
                    throw new CliException(ExitCode.SOME_REJECTED, out.get() + " could not be written.");
                }
            }
        }
        return ExitCode.OK;
    }

    /** How many rows it wrote. */
    private int write(BufferedReader rows, PrintStream to) throws IOException {
        if (labelsOnly) {
            to.print(CorrectionLabels.header() + "\n");
        }
        int count = 0;
        for (String row = rows.readLine(); row != null; row = rows.readLine()) {
            to.print((labelsOnly ? CorrectionLabels.line(Json.MAPPER.readTree(row)) : row) + "\n");
            count++;
        }
        return count;
    }
}
