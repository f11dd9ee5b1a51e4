package org.citestream.ingest;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import org.citestream.ingest.extract.ExtractCommand;
import picocli.CommandLine;

/** Starts the service, or with {@code extract} as first argument only the command: no broker, no database, no HTTP. */
@QuarkusMain
public final class IngestService {
    private static final String COMMAND = "extract";

    private IngestService() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(COMMAND)) {
            String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
            System.exit(new CommandLine(new ExtractCommand(System.out, System.err)).execute(rest));
        }
        Quarkus.run(arguments);
    }
}
