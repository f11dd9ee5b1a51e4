package org.citestream.cli.command;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Json;
import org.citestream.cli.follow.ChangeConsumer;
import org.citestream.cli.follow.ChangeConsumer.Change;
import org.citestream.cli.follow.FoldedTallies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "follow",
        mixinStandardHelpOptions = true,
        description = {
            "Prints every change as it happens, one line of JSON each, straight from the topic citations.changes.v1.",
            "ChangeConsumer.java in deploy/cli is the example to start a consumer of your own from."
        })
final class FollowCommand implements Callable<Integer> {

    @Option(names = "--from-start", description = "Start with the first stored change.")
    private boolean fromStart;

    @Option(names = "--once", description = "Stop at the last change there is now.")
    private boolean once;

    @Option(names = "--fold", description = "Print the tallies that all changes add up to, and end.")
    private boolean fold;

    @Option(
            names = "--cited",
            paramLabel = "ID",
            description = "Only changes of this work, e.g. doi:10.5555/x; may be repeated.")
    private List<String> cited = List.of();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "The broker; else that of the line that runs.")
    private String bootstrapServers;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        String broker = bootstrapServers == null ? data.running().kafka().bootstrapServers() : bootstrapServers;
        Set<String> wanted = new HashSet<>(cited);
        try (var consumer = new ChangeConsumer(broker, fromStart || fold)) {
            if (fold) {
                var folded = new FoldedTallies();
                consumer.catchUp(folded::take);
                folded.tallies().entrySet().stream()
                        .filter(tally -> wanted.isEmpty() || wanted.contains(tally.getKey()))
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(tally -> System.out.println(tally.getKey() + "\t" + tally.getValue()));
            } else if (once) {
                consumer.catchUp(change -> print(change, wanted));
            } else {
                consumer.follow(change -> print(change, wanted), () -> !System.out.checkError());
            }
        }
        return ExitCode.OK;
    }

    private static void print(Change change, Set<String> wanted) {
        if (wanted.isEmpty() || wanted.contains(change.cited())) {
            System.out.println(Json.write(change));
        }
    }
}
