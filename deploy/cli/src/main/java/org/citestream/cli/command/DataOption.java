package org.citestream.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.citestream.cli.CliException;
import org.citestream.cli.DataDirectories;
import org.citestream.cli.ExitCode;
import org.citestream.cli.line.RunRecord;
import picocli.CommandLine.Option;

/** {@code --data}, as every command takes it. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory; else $CITESTREAM_DATA, else the one used last.")
    private Optional<Path> data = Optional.empty();

    Optional<Path> given() {
        return data;
    }

    Path ofLine() {
        return DataDirectories.ofThisAccount().ofLine(data);
    }

    /** The record of the run that is alive there. */
    RunRecord running() {
        Path directory = ofLine();
        return RunRecord.read(directory)
                .filter(record -> record.launcher().isAlive())
                .orElseThrow(() -> new CliException(
                        ExitCode.NOT_RUNNING,
                        "Nothing is running in " + directory + "; start it with deploy/citestream up."));
    }
}
