package org.citestream.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a platform's process the hard way and looks at what the next start does. */
@Tag("slow")
class KilledRunTest {

    @TempDir
    Path directory;

    @Test
    void shouldEndLeftoverAndKeepRowsWhenOwnerWasKilled() throws Exception {
        // Given
        Process owner = startElsewhere(directory.toString());
        ProcessHandle leftover = postmaster(directory.resolve("postgres"));
        owner.destroyForcibly().waitFor();
        assertThat(leftover.isAlive()).isTrue();
        // When
        try (var platform = Platform.start(PlatformSettings.keptIn(directory));
                var connection =
                        DriverManager.getConnection(platform.jdbcUrl(), platform.username(), platform.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from committed")) {
            // Then
            assertThat(leftover.isAlive()).isFalse();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void shouldStartWhenPostgresWasKilledToo() throws Exception {
        // Given
        Process owner = startElsewhere(directory.toString());
        ProcessHandle server = postmaster(directory.resolve("postgres"));
        owner.destroyForcibly().waitFor();
        server.destroyForcibly();
        server.onExit().get(20, TimeUnit.SECONDS);
        // When
        try (var platform = Platform.start(PlatformSettings.keptIn(directory))) {
            // Then
            assertThat(postmaster(directory.resolve("postgres")).isAlive()).isTrue();
            assertThat(platform.jdbcUrl()).endsWith("/citestream");
        }
    }

    @Test
    void shouldLeaveStrangerAloneWhenItGotTheOldNumber() throws Exception {
        // Given
        Process stranger = new ProcessBuilder("sleep", "600").start();
        Path data = Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(data.resolve("postmaster.pid"), stranger.pid() + "\n" + data + "\n1000000000\n5432\n");
        try {
            // When
            Postmaster.endLeftover(data);
            // Then
            assertThat(stranger.isAlive()).isTrue();
            assertThat(data.resolve("postmaster.pid")).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void shouldSweepThrowAwayDirectoryWhenItsRunWasKilled() throws Exception {
        // Given
        Path run = Files.createDirectory(directory.resolve("run-killed"));
        Process owner = startElsewhere(run.toString());
        ProcessHandle leftover = postmaster(run.resolve("postgres"));
        Files.setLastModifiedTime(run, FileTime.from(Instant.now().minusSeconds(3600)));
        TemporaryDirectories.sweep(directory);
        assertThat(run).as("a living run is left alone").exists();
        assertThat(leftover.isAlive()).isTrue();
        owner.destroyForcibly().waitFor();
        // When
        TemporaryDirectories.sweep(directory);
        // Then
        assertThat(leftover.isAlive()).isFalse();
        assertThat(run).doesNotExist();
    }

    static ProcessHandle postmaster(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static Process startElsewhere(String directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeptPlatformMain.class.getName(),
                        directory)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).isEqualTo("ready");
        return process;
    }
}
