package org.citestream.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Java;
import org.citestream.cli.Project;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs the ingest-service's own fetch command, then sends the fetched files to the running line as {@code ingest} does.
 */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description =
                "Fetches works and the open-access articles that cite them from Europe PMC, and takes them in. What"
                        + " was fetched before is not fetched again.",
        sortOptions = false)
final class FetchCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "DOI|PMCID|PMID", description = "The works to begin with.")
    private List<String> ids;

    @Option(names = "--to", paramLabel = "FOLDER", description = "Where the files go; else DIR/fetched.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "100",
            description = "Citing articles of each work. Default: ${DEFAULT-VALUE}.")
    private int most;

    @Option(
            names = "--europepmc-url",
            paramLabel = "URL",
            description = "Another address of Europe PMC's REST service.")
    private Optional<String> url = Optional.empty();

    @Option(names = "--only-fetch", description = "Leave the files in the folder and take nothing in.")
    private boolean onlyFetch;

    @Mixin
    private KeyOption key;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path target = folder.orElseGet(() -> data.ofLine().resolve("fetched"));
        int fetched = fetch(target);
        if (onlyFetch || !Files.isDirectory(target)) {
            return fetched;
        }
        List<String> arguments = new ArrayList<>(List.of(target.toString(), "--wait"));
        data.given().ifPresent(directory -> arguments.addAll(List.of("--data", directory.toString())));
        key.given().ifPresent(value -> arguments.addAll(List.of("--key", value)));
        int taken = Commands.create().execute(ingest(arguments));
        return taken == ExitCode.OK ? fetched : taken;
    }

    private static String[] ingest(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("ingest"));
        all.addAll(arguments);
        return all.toArray(String[]::new);
    }

    private int fetch(Path target) throws IOException, InterruptedException {
        List<String> command = Java.command();
        command.addAll(List.of("-jar", Project.current().jarOf("ingest-service").toString(), "fetch"));
        command.addAll(ids);
        command.addAll(List.of("--to", target.toString(), "--most", Integer.toString(most)));
        url.ifPresent(address -> command.addAll(List.of("--europepmc-url", address)));
        Process process = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "citestream-stop-fetch"));
        return process.waitFor() == 0 ? CommandLine.ExitCode.OK : ExitCode.SOME_REJECTED;
    }
}
