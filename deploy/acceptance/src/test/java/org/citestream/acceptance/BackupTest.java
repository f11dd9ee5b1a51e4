package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.platform.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * {@code backup} of a line that goes on reading, {@code restore} into an empty directory, {@code heal} where its broker has lost
 * the end of its log, and {@code verify} of both; what {@code verify} finds where tables were tampered with.
 */
@Execution(ExecutionMode.CONCURRENT)
class BackupTest {

    private static final int PORTS = 5;
    private static final int PARTITIONS = 12;
    private static final String EARLY = "backupearly";
    private static final Pattern NAMED_LOG = Pattern.compile("its log tells why: (.+)");

    @Test
    void shouldBringEverythingBackThatWasThereWhenTheBackupBegan(@TempDir Path folder) throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path archive = folder.resolve("backup.tar.gz");
        Path early = articles(folder.resolve("early"), Samples.world(EARLY));
        Path late = articles(folder.resolve("late"), Samples.world("backuplate"));
        Map<String, String> before;
        Map<String, String> whole;
        try {
            // Given: articles that are in, and others that are coming
            int port = freePorts();
            cli(0, "up", "--detach", "--port", Integer.toString(port), "--data", first.toString());
            cli(0, "ingest", early.toString(), "--wait", "--data", first.toString());
            before = statements(port);
            CompletableFuture<Tool.Ended> coming = CompletableFuture.supplyAsync(
                    () -> run("ingest", late.toString(), "--wait", "--data", first.toString()));
            // When
            cli(0, "backup", archive.toString(), "--data", first.toString());
            // Then
            assertThat(coming.get().status()).isZero();
            assertThat(cli(0, "verify", "--data", first.toString())).contains("no difference");
            whole = statements(port);
        } finally {
            run("down", "--data", first.toString());
        }
        assertThat(before).isNotEmpty();
        assertThat(whole).hasSizeGreaterThan(before.size());

        // When
        cli(0, "restore", archive.toString(), "--data", second.toString());
        assertThat(cli(2, "restore", archive.toString(), "--data", second.toString()))
                .contains("not empty");
        // And the broker of the second line has lost the ends of two logs, of which the database knows
        Set<String> lost = cutLogs(second);
        try {
            int port = freePorts();
            cli(0, "up", "--detach", "--port", Integer.toString(port), "--data", second.toString());
            // Then: it says which articles are lost, and has them again
            assertThat(cli(1, "heal", "--list", "--data", second.toString()).lines())
                    .containsAll(lost)
                    .contains(
                            lost.size() == 1
                                    ? "The log does not hold 1 article."
                                    : "The log does not hold " + lost.size() + " articles.");
            assertThat(cli(0, "heal", "--data", second.toString())).contains(lost.size() + " re-ingested");
            // And nothing is missing that was there, and the line goes on where it stood
            assertThat(cli(0, "verify", "--data", second.toString())).contains("no difference");
            assertThat(statements(port)).containsAllEntriesOf(before);
            cli(0, "ingest", early.toString(), late.toString(), "--wait", "--data", second.toString());
            assertThat(cli(0, "verify", "--data", second.toString())).contains("no difference");
            assertThat(statements(port)).isEqualTo(whole);

            // When: somebody changes tables by hand
            tamper(second, port);
            // Then
            assertThat(cli(1, "verify", "--patience", "1", "--data", second.toString()))
                    .contains("the view lacks it", "tally of ", "differences");
        } finally {
            run("down", "--data", second.toString());
        }
    }

    @Test
    void shouldTakeNothingFromADamagedArchive(@TempDir Path folder) throws Exception {
        // Given
        Path archive = folder.resolve("damaged.tar.gz");
        Files.write(archive, new byte[] {31, (byte) 139, 8, 0, 0, 0, 0, 0, 0, 0});
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.seek(file.length());
            file.write(new byte[100]);
        }
        // When
        String said = cli(
                2,
                "restore",
                archive.toString(),
                "--data",
                folder.resolve("data").toString());
        // Then
        assertThat(said).contains("cannot be restored");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void shouldSayThatThereIsNoArchive(@TempDir Path folder) throws Exception {
        // When
        String said = cli(
                2,
                "restore",
                folder.resolve("none.tar.gz").toString(),
                "--data",
                folder.resolve("data").toString());

        // Then
        assertThat(said).contains("there is no file " + folder.resolve("none.tar.gz"));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    /**
     * Cuts off the end of both logs of articles, of one partition and at different places, as a broker does that had not
     * written it to the disk.
     *
     * @return the articles whose readings end in what was cut off
     */
    private static Set<String> cutLogs(Path data) throws IOException {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            LogFile statements = LogFile.of(data, TopicLog.STATEMENTS, partition);
            List<String> closed = statements.closedArticles();
            // Of what came during the backup the database may know nothing.
            if (closed.size() > 2 && closed.stream().allMatch(id -> id.contains(EARLY))) {
                Set<String> lost = new TreeSet<>(statements.cutOff(1));
                lost.addAll(LogFile.of(data, TopicLog.CLASSIFIED, partition).cutOff(2));
                return lost;
            }
        }
        throw new AssertionError("no partition has early articles alone; name the worlds otherwise");
    }

    private static void tamper(Path data, int port) throws Exception {
        String password = Files.readString(data.resolve("postgres.password")).strip();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + (port + PORTS - 1) + "/citestream", "citestream", password);
                Statement statement = connection.createStatement()) {
            assertThat(
                            statement.executeUpdate(
                                    "DELETE FROM active.statement WHERE id = (SELECT min(id::text)::uuid FROM active.statement)"))
                    .isEqualTo(1);
        }
    }

    private static Path articles(Path folder, Samples samples) throws IOException {
        Files.createDirectories(folder);
        for (Sample sample : samples.all()) {
            Files.writeString(folder.resolve(sample.fileName()), sample.xml());
        }
        return folder;
    }

    /** Of each statement what must come back, by its id. */
    private static Map<String, String> statements(int port) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/api/v1/exports/full?format=jsonl"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, String> statements = new TreeMap<>();
        answer.body()
                .lines()
                .map(Json::tree)
                .filter(line -> line.path("kind").asText().equals("statement"))
                .forEach(line -> {
                    JsonNode statement = line.path("statement");
                    statements.put(
                            statement.path("id").asText(),
                            String.join(
                                    "|",
                                    statement.path("citing").asText(),
                                    statement.path("cited").asText(),
                                    statement.path("type").asText(),
                                    statement.path("section").asText(),
                                    statement.path("text").asText()));
                });
        return statements;
    }

    private static String cli(int status, String... arguments) {
        Tool.Ended ended = run(arguments);
        assertThat(ended.status())
                .as(() -> String.join(" ", arguments) + "\n" + ended.output() + namedLog(ended.output()))
                .isEqualTo(status);
        return ended.output();
    }

    /** The end of the log that an error names, which goes with the folder of this test. */
    private static String namedLog(String output) {
        Matcher named = NAMED_LOG.matcher(output);
        if (!named.find()) {
            return "";
        }
        try {
            List<String> lines = Files.readAllLines(Path.of(named.group(1)));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    private static Tool.Ended run(String... arguments) {
        return Tool.run(Tool.citestream(arguments));
    }

    private static int freePorts() {
        while (true) {
            int base = FreePort.any();
            boolean free = base < 65_000;
            for (int i = 0; free && i < PORTS; i++) {
                free = FreePort.isFree(base + i);
            }
            if (free) {
                return base;
            }
        }
    }
}
