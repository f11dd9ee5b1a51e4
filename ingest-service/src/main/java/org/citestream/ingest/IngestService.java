package org.citestream.ingest;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import java.util.Optional;
import org.citestream.ingest.extract.ExtractCommand;
import org.citestream.ingest.fetch.FetchCommand;
import picocli.CommandLine;

/**
 * Starts the service, or with {@code extract} or {@code fetch} as first argument only the command: no broker, no database,
 * no HTTP.
 */
@QuarkusMain
public final class IngestService {
    private IngestService() {}

    public static void main(String[] arguments) {
        Optional<CommandLine> command = arguments.length == 0 ? Optional.empty() : command(arguments[0]);
        if (command.isPresent()) {
            System.exit(command.get().execute(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        Quarkus.run(arguments);
    }

    private static Optional<CommandLine> command(String name) {
        return switch (name) {
            case "extract" -> Optional.of(new CommandLine(new ExtractCommand(System.out, System.err)));
            case "fetch" -> Optional.of(new CommandLine(new FetchCommand()));
            default -> Optional.empty();
        };
    }
}
