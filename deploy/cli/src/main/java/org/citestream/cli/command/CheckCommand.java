package org.citestream.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Json;
import org.citestream.cli.line.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks the references of lists (BibTeX, RIS, CSL-JSON, CSV, .bbl, one reference per line) and manuscripts (DOCX, LaTeX,"
                        + " JATS, TEI, PDF where the instance has a GROBID server) against the index of the running line. Nothing"
                        + " else is asked, nothing is kept.",
        footer = {
            "",
            "Exit codes: 0 checked, and nothing of what --fail-on names was found; 1 some of it was found; 2 wrong usage, not"
                    + " running, or a file could not be read."
        },
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {

    private static final int READ = 200;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "List or manuscript.")
    private List<Path> files;

    @Option(
            names = "--fail-on",
            paramLabel = "KIND",
            split = ",",
            description = "Findings that end the command with exit code 1: ${COMPLETION-CANDIDATES}. Default: none.",
            completionCandidates = FindingNames.class)
    private List<String> failOn = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, csv or json; of several files one report after the other. Default: ${DEFAULT-VALUE}.")
    private String format;

    @Option(
            names = "--input",
            paramLabel = "FORMAT",
            description =
                    "bibtex, ris, csl-json, csv, zotero-rdf, text, latex, jats, tei, docx or pdf; else by what a file looks like.")
    private Optional<String> input = Optional.empty();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "An instance, e.g. https://citations.example.org; else the line that runs here.")
    private Optional<String> url = Optional.empty();

    @Mixin
    private KeyOption key;

    @Mixin
    private DataOption data;

    /** What a check can find, as query-service names it. */
    static final class FindingNames extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        FindingNames() {
            super(List.of(
                    "differs",
                    "other-work",
                    "not-found",
                    "retracted",
                    "withdrawn",
                    "concern",
                    "corrected",
                    "contrasted",
                    "not-cited",
                    "not-listed"));
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> known = new FindingNames();
        for (String kind : failOn) {
            if (!known.contains(kind)) {
                throw new CliException(
                        ExitCode.NOT_RUNNING,
                        "--fail-on: '" + kind + "' is not a finding; use " + String.join(", ", known));
            }
        }
        URI address = address(url.orElseGet(() -> data.running().urlOf(Service.QUERY)));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        Map<String, Long> failing = new TreeMap<>();
        for (Path file : files) {
            HttpResponse<String> report = report(address, file);
            out.print(report.body());
            if (!report.body().endsWith("\n")) {
                out.println();
            }
            findings(report).forEach((kind, count) -> {
                if (failOn.contains(kind)) {
                    failing.merge(kind, count, Long::sum);
                }
            });
        }
        out.flush();
        if (!failing.isEmpty()) {
            throw new CliException(ExitCode.SOME_REJECTED, "Found what --fail-on names: " + failing);
        }
        return ExitCode.OK;
    }

    private URI address(String base) {
        String query = "format=" + URLEncoder.encode(format, StandardCharsets.UTF_8)
                + input.map(name -> "&input=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .orElse("");
        return URI.create(base.replaceFirst("/+$", "") + "/api/v1/checks?" + query);
    }

    private HttpResponse<String> report(URI address, Path file) throws InterruptedException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CliException(ExitCode.NOT_RUNNING, file + " is not a file that can be read.");
        }
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(file));
            key.given().ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != READ) {
                throw new CliException(ExitCode.NOT_RUNNING, file + " was not checked: " + detail(answer.body()));
            }
            return answer;
        } catch (IOException e) {
            throw new CliException(ExitCode.NOT_RUNNING, file + " was not checked: " + e.getMessage(), e);
        }
    }

    /** What a problem says; all of an answer that is none. */
    private static String detail(String answer) {
        try {
            return Json.MAPPER.readTree(answer).path("detail").asText(answer);
        } catch (JsonProcessingException noProblem) {
            return answer;
        }
    }

    /** The counts in the header, which every format has. */
    private static Map<String, Long> findings(HttpResponse<String> report) {
        Map<String, Long> counts = new TreeMap<>();
        for (String one :
                report.headers().firstValue("Citestream-Findings").orElse("").split(", ", -1)) {
            int sign = one.indexOf('=');
            if (sign > 0) {
                counts.put(one.substring(0, sign), Long.valueOf(one.substring(sign + 1)));
            }
        }
        return counts;
    }
}
