package org.citestream.cli.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.citestream.cli.ExitCode;
import org.citestream.cli.line.RunRecord;
import org.citestream.cli.line.Service;
import org.citestream.cli.verify.Verification;
import org.citestream.platform.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Compares log, view, index and changes of the running line, and prints a line for each difference."
                        + " Exit code 0 if there is none, else 1.",
        sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long index and changes may take to follow the view. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Mixin
    private KeyOption key;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws Exception {
        RunRecord running = data.running();
        Verification.Result result = new Verification(
                        Database.keptIn(data.ofLine(), running.postgres().jdbcUrl()),
                        running.kafka().bootstrapServers(),
                        running.urlOf(Service.QUERY),
                        key.given(),
                        Duration.ofSeconds(seconds))
                .run();
        result.differences().forEach(System.out::println);
        System.out.printf(
                "%d statements and %d tallies of the view, the changes of %d works and the index compared: %s%n",
                result.statements(),
                result.works(),
                result.followed(),
                switch (result.differences().size()) {
                    case 0 -> "no difference";
                    case 1 -> "1 difference";
                    default -> result.differences().size() + " differences";
                });
        return result.differences().isEmpty() ? ExitCode.OK : ExitCode.SOME_REJECTED;
    }
}
