package org.citestream.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.feed.Reingestion;
import org.citestream.cli.line.RunRecord;
import org.citestream.cli.line.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reingest",
        mixinStandardHelpOptions = true,
        description = "Re-ingests articles from the stored files, e.g. after an upgrade of the extractor. What"
                + " the same extractor has read before stays as it is.",
        sortOptions = false)
final class ReingestCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Articles, e.g. doi:10.5555/x.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--all", description = "All articles that are not withdrawn.")
    private boolean all;

    @Option(names = "--force", description = "Re-ingest even if nothing has changed.")
    private boolean force;

    @Mixin
    private KeyOption key;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws InterruptedException {
        if (all != ids.isEmpty()) {
            throw new CliException(ExitCode.NOT_RUNNING, "name articles, or say --all.");
        }
        RunRecord running = data.running();
        var rereading =
                new Reingestion(running.urlOf(Service.QUERY), running.urlOf(Service.INGEST), key.given(), force);
        Reingestion.ReingestTotals account = all ? rereading.all() : rereading.of(ids);
        System.out.println(account);
        return account.failed().isEmpty() ? ExitCode.OK : ExitCode.SOME_REJECTED;
    }
}
