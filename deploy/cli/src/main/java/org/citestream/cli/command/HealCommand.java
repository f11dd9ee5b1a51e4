package org.citestream.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.citestream.cli.ExitCode;
import org.citestream.cli.feed.Reingestion;
import org.citestream.cli.line.RunRecord;
import org.citestream.cli.line.Service;
import org.citestream.cli.verify.LostReadings;
import org.citestream.platform.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "heal",
        mixinStandardHelpOptions = true,
        description =
                "Finds articles that the view shows and the log no longer holds, since the broker has lost records, and"
                        + " publishes them again from the stored files. Exit code 0 if none is left, else 1.",
        sortOptions = false)
final class HealCommand implements Callable<Integer> {

    @Option(names = "--list", description = "Only say which they are.")
    private boolean list;

    @Mixin
    private KeyOption key;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws Exception {
        RunRecord running = data.running();
        LostReadings log = new LostReadings(
                Database.keptIn(data.ofLine(), running.postgres().jdbcUrl()),
                running.kafka().bootstrapServers());
        List<String> lost = log.find();
        if (lost.isEmpty()) {
            System.out.println("The log holds every article that the view shows.");
            return ExitCode.OK;
        }
        lost.forEach(System.out::println);
        System.out.println(
                lost.size() == 1
                        ? "The log does not hold 1 article."
                        : "The log does not hold " + lost.size() + " articles.");
        if (list) {
            return ExitCode.SOME_REJECTED;
        }
        Reingestion.ReingestTotals account = new Reingestion(
                        running.urlOf(Service.QUERY), running.urlOf(Service.INGEST), key.given(), true)
                .of(lost);
        System.out.println(account);
        return account.failed().isEmpty() ? ExitCode.OK : ExitCode.SOME_REJECTED;
    }
}
