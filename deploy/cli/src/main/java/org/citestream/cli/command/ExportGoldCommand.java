package org.citestream.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
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

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String address = data.running().url() + PATH;
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        try (InputStream rows = answer.body()) {
            if (answer.statusCode() != OK) {
                throw new CliException(ExitCode.NOT_RUNNING, address + " answers " + answer.statusCode() + ".");
            }
            if (out.isEmpty()) {
                rows.transferTo(System.out);
                System.out.flush();
                return ExitCode.OK;
            }
            Files.copy(rows, out.get(), StandardCopyOption.REPLACE_EXISTING);
        }
        try (var lines = Files.lines(out.get())) {
            System.err.println("citestream: " + lines.count() + " rows in " + out.get());
        }
        return ExitCode.OK;
    }
}
