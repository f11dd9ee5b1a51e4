package org.citestream.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.backup.Backup;
import org.citestream.cli.line.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Writes all of the running line into one archive: database, topics, stored files, keys. The search"
                        + " index and the logs are left out. Whoever has the archive has every key of the index.",
        sortOptions = false)
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The archive to write, e.g. citestream.tar.gz.")
    private Path file;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws Exception {
        RunRecord running = data.running();
        Path archive = file.toAbsolutePath().normalize();
        if (Files.exists(archive)) {
            throw new CliException(ExitCode.NOT_RUNNING, archive + " is there already; choose another name.");
        }
        if (archive.startsWith(data.ofLine())) {
            throw new CliException(
                    ExitCode.NOT_RUNNING, archive + " is inside the data directory; write it somewhere else.");
        }
        Backup.Account account = new Backup(data.ofLine(), running.postgres().jdbcUrl()).write(archive);
        System.out.printf(
                Locale.ROOT,
                "%d files, %.1f MB, in %s (%.1f MB)%n",
                account.files(),
                account.bytes() / 1e6,
                archive,
                Files.size(archive) / 1e6);
        return ExitCode.OK;
    }
}
