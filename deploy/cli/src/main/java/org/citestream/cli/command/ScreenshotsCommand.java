package org.citestream.cli.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Java;
import org.citestream.cli.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "screenshots",
        mixinStandardHelpOptions = true,
        description = "Takes pictures of every page of the running line: desktop and phone, light and dark.",
        sortOptions = false)
final class ScreenshotsCommand implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "DIR", description = "Folder for the pictures; made if it is not there.")
    private Path directory;

    @Option(names = "--url", paramLabel = "URL", description = "Address of query-service; else that of the line.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--link",
            paramLabel = "LINK",
            description = "A link that came by mail, to have its page among the pictures; may be repeated.")
    private List<URI> links = new ArrayList<>();

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path jar = Project.current().root().resolve("deploy/browser/target/citestream-browser.jar");
        if (!Files.exists(jar)) {
            throw new CliException(ExitCode.NOT_RUNNING, jar + " is missing; deploy/citestream builds it.");
        }
        String address = url.orElseGet(() -> data.running().url());
        List<String> command = Java.command();
        command.addAll(List.of("-jar", jar.toString(), directory.toString(), address));
        links.forEach(link -> command.add(link.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
