package org.citestream.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Entry of {@code deploy/benchmarks/line.sh}. */
@Command(
        name = "line.sh",
        mixinStandardHelpOptions = true,
        description = "Makes a line that deploy/citestream up started large, and measures what its readers get.",
        subcommands = {
            Benchmarks.Grow.class,
            Benchmarks.Read.class,
            Benchmarks.Tools.class,
            PushCommands.Latency.class,
            PushCommands.Readers.class,
            PushCommands.Check.class,
            PushCommands.CheckWorks.class
        })
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Command(
            name = "multiply",
            mixinStandardHelpOptions = true,
            description = "Appends the articles in the log again and again under new ids.")
    static final class Grow implements Callable<Integer> {

        @Option(names = "--data", required = true, description = "Data directory of the line.")
        private Path data;

        @Option(
                names = "--statements",
                defaultValue = "1000000",
                description = "How many there shall be (${DEFAULT-VALUE}).")
        private long statements;

        @Option(names = "--famous", defaultValue = "20000", description = "How many about one work (${DEFAULT-VALUE}).")
        private int famous;

        @Override
        public Integer call() throws Exception {
            Multiply.run(RunningLine.in(data), statements, famous);
            return 0;
        }
    }

    @Command(
            name = "reads",
            mixinStandardHelpOptions = true,
            description = "Medians and p99 of tallies, reports and searches over HTTP, and pgbench's raw SELECT.")
    static final class Read implements Callable<Integer> {

        @Option(names = "--data", required = true, description = "Data directory of the line.")
        private Path data;

        @Option(names = "--requests", defaultValue = "500", description = "Of each kind (${DEFAULT-VALUE}).")
        private int requests;

        @Option(names = "--pgbench", defaultValue = "pgbench", description = "The program (${DEFAULT-VALUE}).")
        private Path pgbench;

        @Override
        public Integer call() throws Exception {
            Reads reads = new Reads(RunningLine.in(data));
            reads.latencies(requests);
            reads.tallyRate(pgbench);
            return 0;
        }
    }

    @Command(
            name = "tools",
            mixinStandardHelpOptions = true,
            description =
                    "Medians and p99 of the tools at /mcp, of related works, paths and maps, and of the dialects' searches.")
    static final class Tools implements Callable<Integer> {

        @Option(names = "--data", required = true, description = "Data directory of the line.")
        private Path data;

        @Option(names = "--requests", defaultValue = "200", description = "Of each kind (${DEFAULT-VALUE}).")
        private int requests;

        @Override
        public Integer call() throws Exception {
            new Reads(RunningLine.in(data)).tools(requests);
            return 0;
        }
    }
}
