package org.citestream.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.line.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes statements to a file or to standard output: of a report (cited=ID), of a search (q=WORDS), or all."
                        + " A file appears under its name only when it is whole.",
        sortOptions = false)
final class ExportCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME=VALUE",
            description =
                    "What is exported, as in the address of a report: cited, q, type, section, year, licence, asOf, blind …")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "csv, jsonl, ris, bibtex, jsonld or turtle. Default: ${DEFAULT-VALUE}.")
    private String format;

    @Option(names = "--full", description = "Everything, as JSON Lines, with its position in the log.")
    private boolean full;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; else standard output.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws InterruptedException {
        URI address = URI.create(data.running().urlOf(Service.QUERY) + path());
        try {
            HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new CliException(
                            ExitCode.NOT_RUNNING, new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
                save(body);
            }
            answer.headers()
                    .firstValue("Citestream-Sequence")
                    .ifPresent(sequence -> System.err.println("citestream: exported at change sequence " + sequence));
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CliException(ExitCode.SOME_REJECTED, "The export failed: " + e.getMessage());
        }
    }

    private void save(InputStream body) throws IOException {
        if (output.isEmpty()) {
            body.transferTo(System.out);
            System.out.flush();
            return;
        }
        Path whole = output.get().toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }

    private String path() {
        List<String> all = new ArrayList<>(parameters);
        if (!full) {
            all.add("format=" + format);
        }
        String query = all.stream().map(ExportCommand::encoded).collect(Collectors.joining("&"));
        return "/api/v1/exports/" + (full ? "full" : "statements") + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(String parameter) {
        int sign = parameter.indexOf('=');
        if (sign < 1) {
            throw new CliException(ExitCode.NOT_RUNNING, "'" + parameter + "' is not a parameter; use NAME=VALUE.");
        }
        return parameter.substring(0, sign)
                + "="
                + URLEncoder.encode(parameter.substring(sign + 1), StandardCharsets.UTF_8);
    }
}
