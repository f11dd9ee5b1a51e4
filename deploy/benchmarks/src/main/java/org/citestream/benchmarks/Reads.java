package org.citestream.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a running line over HTTP, one question after the other, and prints a table for the results. */
final class Reads {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final long TURN_NANOS = 4_000_000_000L;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final RunningLine line;
    private final Subjects subjects;

    Reads(RunningLine line) throws SQLException {
        this.line = line;
        this.subjects = Subjects.draw(line);
    }

    /** Latencies of one client, {@code requests} of each kind after as many to warm up. */
    void latencies(int requests) throws IOException {
        System.out.printf(
                "%d statements, %d publications%n%n| one client | requests | median ms | p99 ms | longest ms |%n"
                        + "| --- | --- | --- | --- | --- |%n",
                subjects.statements(), subjects.publications());
        try (HttpReader http = new HttpReader(line.query())) {
            for (Question question : Question.all(subjects)) {
                time(http, question, requests, 0);
                System.out.println("| " + question.name() + " " + time(http, question, requests, requests));
            }
        }
    }

    /** Latencies of the tools of the Model Context Protocol, and of related works, paths and maps. */
    void tools(int requests) throws IOException {
        System.out.printf(
                "%d statements, %d publications%n%n| one client | requests | median ms | p99 ms | longest ms |%n"
                        + "| --- | --- | --- | --- | --- |%n",
                subjects.statements(), subjects.publications());
        try (HttpReader http = new HttpReader(line.query())) {
            ToolQuestions.connect(http);
            for (Question question : ToolQuestions.all(subjects)) {
                time(http, question, requests, 0);
                System.out.println("| " + question.name() + " " + time(http, question, requests, requests));
            }
        }
    }

    private static Times time(HttpReader http, Question question, int requests, int first) throws IOException {
        long[] nanos = new long[requests];
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            question.ask(http, first + i);
            nanos[i] = System.nanoTime() - start;
        }
        return new Times(nanos);
    }

    /** Tallies a second of eight clients, in turns with pgbench's raw SELECT of the same sums by the work's key. */
    void tallyRate(Path pgbench) throws IOException, InterruptedException, ExecutionException {
        Question tally = Question.all(subjects).get(0);
        Path script = Files.createTempFile("tally", ".sql");
        Files.writeString(script, """
                \\set key random(1, %d)
                SELECT sum(supporting), sum(mentioning), sum(contrasting), sum(unclassified), sum(not_a_sentence),
                    sum(citing_publications)
                FROM view_1.tally WHERE cited = :key;
                """.formatted(subjects.publications()));
        List<Double> http = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        for (int round = -1; round < ROUNDS; round++) {
            double requests = requestsPerSecond(tally);
            double selects = selectsPerSecond(pgbench, script);
            // The first round warms up.
            if (round >= 0) {
                http.add(requests);
                raw.add(selects);
            }
        }
        Files.delete(script);
        http.sort(null);
        raw.sort(null);
        double ratio = http.get(ROUNDS / 2) / raw.get(ROUNDS / 2);
        System.out.printf(
                "%n%d clients: tallies over HTTP %s /s, pgbench's prepared SELECT %s /s; medians' ratio %.2f%n",
                CLIENTS, rounded(http), rounded(raw), ratio);
    }

    private double requestsPerSecond(Question question) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Callable<Integer>> turns = new ArrayList<>();
        URI server = line.query();
        for (int c = 0; c < CLIENTS; c++) {
            int first = c * 10_007;
            turns.add(() -> ask(server, question, first));
        }
        long start = System.nanoTime();
        int answered = 0;
        for (Future<Integer> turn : clients.invokeAll(turns)) {
            answered += turn.get();
        }
        clients.shutdown();
        return answered / ((System.nanoTime() - start) / 1e9);
    }

    private static int ask(URI server, Question question, int first) throws IOException {
        try (HttpReader http = new HttpReader(server)) {
            long end = System.nanoTime() + TURN_NANOS;
            int answered = 0;
            while (System.nanoTime() < end) {
                question.ask(http, first + answered);
                answered++;
            }
            return answered;
        }
    }

    private double selectsPerSecond(Path pgbench, Path script) throws IOException, InterruptedException {
        URI database = URI.create(line.jdbcUrl().substring("jdbc:".length()));
        ProcessBuilder command = new ProcessBuilder(
                pgbench.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CLIENTS,
                "--jobs=2",
                "--time=" + TURN_NANOS / 1_000_000_000L,
                "--file=" + script,
                "--host=" + database.getHost(),
                "--port=" + database.getPort(),
                "--username=" + RunningLine.ACCOUNT,
                database.getPath().substring(1));
        command.environment().put("PGPASSWORD", line.password());
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher tps = TPS.matcher(said);
        if (!tps.find()) {
            throw new IOException("pgbench gave no rate: " + said);
        }
        return Double.parseDouble(tps.group(1));
    }

    private static List<Long> rounded(List<Double> rates) {
        return rates.stream().map(Math::round).toList();
    }
}
