package org.citestream.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.citestream.cli.DataDirectories;
import org.citestream.cli.ExitCode;
import org.citestream.cli.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Puts an archive of backup into an empty directory; up --data DIR starts it there.",
        sortOptions = false)
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The archive to read.")
    private Path file;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws Exception {
        Path directory = DataDirectories.ofThisAccount().toStart(data.given());
        int files = new Restore(directory).read(file);
        System.out.printf(
                "%d files in %s; start it with deploy/citestream up --data %s, then verify it.%n",
                files, directory, directory);
        return ExitCode.OK;
    }
}
