package org.citestream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands about what is pushed. */
final class PushCommands {

    private PushCommands() {}

    @Command(
            name = "push-latency",
            mixinStandardHelpOptions = true,
            description = "From the upload of an article to its server-sent event, one at a time.")
    static final class Latency implements Callable<Integer> {

        @Option(names = "--data", required = true, description = "Data directory of the line.")
        private Path data;

        @Option(
                names = "--articles",
                defaultValue = "500",
                description = "After as many to warm up (${DEFAULT-VALUE}).")
        private int articles;

        @Option(
                names = "--rest",
                defaultValue = "300",
                description = "Milliseconds the line is left alone before each upload that counts (${DEFAULT-VALUE}).")
        private long rest;

        @Override
        public Integer call() throws Exception {
            JsonNode run =
                    new ObjectMapper().readTree(data.resolve("citestream.json").toFile());
            URI ingest = URI.create(run.at("/services/ingest-service/url").asText());
            System.out.println("| uploads | median ms | p99 ms | longest ms |");
            System.out.println(
                    new PushLatency(ingest, RunningLine.in(data).query(), Duration.ofMillis(rest)).run(articles));
            return 0;
        }
    }

    @Command(
            name = "push-readers",
            mixinStandardHelpOptions = true,
            description = "Memory and lag of many readers of the stream under a steady rate of changes.")
    static final class Readers implements Callable<Integer> {

        @Option(names = "--data", required = true, description = "Data directory of the line.")
        private Path data;

        @Option(names = "--readers", defaultValue = "2000", description = "Each follows ten works (${DEFAULT-VALUE}).")
        private int readers;

        @Option(names = "--unfiltered", defaultValue = "20", description = "Follow everything (${DEFAULT-VALUE}).")
        private int unfiltered;

        @Option(names = "--rate", defaultValue = "200", description = "Changes a second (${DEFAULT-VALUE}).")
        private int rate;

        @Option(names = "--seconds", defaultValue = "60", description = "How long (${DEFAULT-VALUE}).")
        private int seconds;

        @Override
        public Integer call() throws Exception {
            JsonNode run =
                    new ObjectMapper().readTree(data.resolve("citestream.json").toFile());
            long pid = run.at("/services/query-service/process/pid").asLong();
            new PushLoad(RunningLine.in(data), pid).run(readers, unfiltered, rate, seconds);
            return 0;
        }
    }

    @Command(
            name = "check-changes",
            mixinStandardHelpOptions = true,
            description = "Folds the topic of changes and compares it with the tallies; exit code 1 if they differ.")
    static final class Check implements Callable<Integer> {

        @Option(names = "--data", required = true, description = "Data directory of the line.")
        private Path data;

        @Override
        public Integer call() throws Exception {
            return new ChangesCheck().run(RunningLine.in(data)) ? 0 : 1;
        }
    }

    @Command(
            name = "check-works",
            mixinStandardHelpOptions = true,
            description =
                    "Prints which works stand as two, and which ids hold several; exit code 1 if too many look alike.")
    static final class CheckWorks implements Callable<Integer> {

        @Option(names = "--data", required = true, description = "Data directory of the line.")
        private Path data;

        @Option(
                names = "--pairs",
                defaultValue = "30",
                description = "Groups of works to print in full (${DEFAULT-VALUE}).")
        private int pairs;

        @Override
        public Integer call() throws Exception {
            return new WorksCheck(pairs).run(RunningLine.in(data)) ? 0 : 1;
        }
    }
}
