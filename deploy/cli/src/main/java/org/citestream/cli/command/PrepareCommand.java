package org.citestream.cli.command;

import java.util.concurrent.Callable;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Project;
import org.citestream.cli.archive.ClassArchives;
import picocli.CommandLine.Command;

@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description =
                "Makes later starts of this build on this Java take less time: starts the line once on data of its own,"
                        + " and archives the classes that it loads.")
final class PrepareCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        new ArchiveRecording(ClassArchives.ofThisJava(), Project.current(), UpCommand::tell).ensure();
        return ExitCode.OK;
    }
}
