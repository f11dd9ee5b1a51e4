package org.citestream.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.citestream.cli.ExitCode;
import org.citestream.cli.archive.ClassArchives;
import org.citestream.cli.line.Ports;
import org.citestream.cli.line.Run;
import org.citestream.cli.line.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The start of the whole line from which {@link ArchiveRecording} has the archives; a process of its own. */
@Command(name = RecordArchivesCommand.NAME, hidden = true, description = "Makes class archives; prepare calls it.")
final class RecordArchivesCommand implements Callable<Integer> {

    static final String NAME = "record-archives";

    @Option(names = "--archives", required = true, description = "Where every program writes its archive as it ends.")
    private Path archives;

    @Option(names = "--data", required = true, description = "Data directory, thrown away afterwards.")
    private Path data;

    @Override
    public Integer call() throws Exception {
        var ports = Ports.free();
        Settings settings = Settings.from(System.getenv(), false).recording(ClassArchives.in(archives));
        try (Run run = Run.start(data, ports, settings, UpCommand::tell)) {
            DemoCommand.show(ports, run);
        }
        return ExitCode.OK;
    }
}
