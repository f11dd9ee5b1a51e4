package org.citestream.cli.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.line.Service;
import org.citestream.cli.mcp.StdioBridge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description =
                "Speaks the Model Context Protocol on standard input and output for desktop clients, and carries every"
                        + " message to /mcp of a running instance. A client starts it; query-service/docs/mcp.md shows how.")
final class McpCommand implements Callable<Integer> {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "An instance, e.g. https://citations.example.org; else the line that runs here.")
    private Optional<String> url = Optional.empty();

    @Mixin
    private KeyOption key;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        URI endpoint = endpoint(url.orElseGet(() -> data.running().urlOf(Service.QUERY)));
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        new StdioBridge(endpoint, key.given(), System.in, out).run();
        return ExitCode.OK;
    }

    private static URI endpoint(String base) {
        try {
            URI endpoint = URI.create(base.replaceFirst("(/mcp)?/*$", "") + "/mcp");
            if ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme())) {
                return endpoint;
            }
        } catch (IllegalArgumentException broken) {
            // Said below.
        }
        throw new CliException(ExitCode.NOT_RUNNING, "'" + base + "' is not an address; use http://HOST:PORT.");
    }
}
