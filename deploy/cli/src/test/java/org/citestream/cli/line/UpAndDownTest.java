package org.citestream.cli.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.awaitility.Awaitility;
import org.citestream.cli.Java;
import org.citestream.cli.Json;
import org.citestream.platform.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real command line in processes of its own, on the real platform, with small services; and what is left after
 * kills.
 */
@Tag("slow")
class UpAndDownTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private int port;

    @BeforeEach
    void buildSmallServices() throws IOException {
        port = freeBlock();
        for (Service service : Service.values()) {
            Path jar = folder.resolve(service.folder()).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            writeJar(jar, SmallService.class);
        }
    }

    @AfterEach
    void endEverything() throws Exception {
        citestream("down");
    }

    /** One life after the other, since each start of a whole line takes its time. */
    @Test
    void shouldStartTellMendWhatAKillLeavesAndStopWhenDetached() throws Exception {
        // When
        CommandExit up = citestream("up", "--detach", "--port", Integer.toString(port));
        // Then
        assertThat(up.output()).contains("Ready at http://127.0.0.1:" + port);
        assertThat(up.exitCode()).isZero();
        CommandExit status = citestream("status", "--json");
        JsonNode json = Json.MAPPER.readTree(status.output());
        assertThat(status.exitCode()).isZero();
        assertThat(json.at("/services/ingest-service/url").asText()).isEqualTo("http://127.0.0.1:" + (port + 1));
        assertThat(json.at("/services/classify-service/state").asText()).isEqualTo("ready");
        assertThat(json.at("/kafka/bootstrapServers").asText()).isEqualTo("127.0.0.1:" + (port + 3));
        assertThat(json.at("/postgres/jdbcUrl").asText())
                .isEqualTo("jdbc:postgresql://127.0.0.1:" + (port + 4) + "/citestream");
        // And a second start on the same data is refused
        CommandExit second = citestream("up", "--port", Integer.toString(port + 10));
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.output()).contains("citestream: Already running in ", "deploy/citestream down stops it.");
        // When: a service is killed
        ProcessHandle victim = process("classify-service");
        victim.destroyForcibly();
        // Then: it is started again
        Awaitility.await().atMost(PATIENCE).until(() -> pid("classify-service") != victim.pid());
        Awaitility.await().atMost(PATIENCE).until(() -> citestream("status").exitCode() == 0);
        assertThat(Files.readString(data().resolve("logs/up.log")))
                .contains("citestream: classify-service (process " + victim.pid() + ") died with exit code 137");
        // When: the launcher is killed
        ProcessHandle launcher = record().launcher().find().orElseThrow();
        List<ProcessHandle> services = processes();
        services.remove(launcher);
        launcher.destroyForcibly();
        launcher.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(services).hasSize(3).allMatch(ProcessHandle::isAlive);
        assertThat(citestream("status").exitCode()).isEqualTo(2);
        // Then: the next start ends what it left running
        CommandExit again = citestream("up", "--detach", "--port", Integer.toString(port));
        assertThat(again.output()).contains("Ready at");
        assertThat(services).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.readString(data().resolve("logs/up.log")))
                .contains("was killed; ended 3 services that it had left running.");
        // When: it is stopped, which terminates the launcher
        List<ProcessHandle> processes = processes();
        CommandExit down = citestream("down");
        // Then: so are its children
        assertThat(down.exitCode()).isZero();
        assertThat(processes).hasSize(4).noneMatch(ProcessHandle::isAlive);
        assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(data().resolve("citestream.json")).doesNotExist();
        assertThat(citestream("status").exitCode()).isEqualTo(2);
    }

    @Test
    void shouldRefuseInOneLineWhenPortIsTaken() throws Exception {
        // Given
        try (var taken = new ServerSocket(port + 2, 1, InetAddress.getLoopbackAddress())) {
            // When
            CommandExit up = citestream("up", "--detach", "--port", Integer.toString(port));
            // Then
            assertThat(up.exitCode()).isEqualTo(2);
            assertThat(up.output().strip())
                    .isEqualTo("citestream: Port " + taken.getLocalPort() + " for classify-service is taken by another"
                            + " program; stop it, or choose five other ports with --port N (N to N+4).");
        }
    }

    @Test
    void shouldTellWhichLogToReadWhenServiceDiesWhileStarting() throws Exception {
        // Given
        writeJar(folder.resolve("query-service/target/quarkus-app/quarkus-run.jar"), String.class);
        // When
        CommandExit up = citestream("up", "--detach", "--port", Integer.toString(port));
        // Then
        assertThat(up.exitCode()).isEqualTo(2);
        assertThat(up.output().strip())
                .isEqualTo("citestream: query-service ended while starting; its log tells why: "
                        + data().resolve("logs/query-service.log"));
    }

    private record CommandExit(int exitCode, String output) {}

    private CommandExit citestream(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Java.executable(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dcitestream.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "org.citestream.cli.Citestream"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data().toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandExit(process.waitFor(), output);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private RunRecord record() {
        return RunRecord.read(data()).orElseThrow();
    }

    private ProcessHandle process(String service) {
        return ProcessHandle.of(record().services().get(service).process().pid())
                .orElseThrow();
    }

    private long pid(String service) {
        return record().services().get(service).process().pid();
    }

    private List<ProcessHandle> processes() {
        List<ProcessHandle> processes = new ArrayList<>();
        processes.add(record().launcher().find().orElseThrow());
        record().services()
                .values()
                .forEach(service -> processes.add(service.process().find().orElseThrow()));
        return processes;
    }

    /** A port of which the next four are free too. */
    private static int freeBlock() {
        while (true) {
            int base = FreePort.any();
            if (FreePort.isFree(base + 1)
                    && FreePort.isFree(base + 2)
                    && FreePort.isFree(base + 3)
                    && FreePort.isFree(base + 4)) {
                return base;
            }
        }
    }

    /** A jar that runs {@code main}; a class without main ends at once. */
    private static void writeJar(Path file, Class<?> main) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        try (OutputStream out = Files.newOutputStream(file);
                var jar = new JarOutputStream(out, manifest)) {
            addClass(jar, SmallService.class);
        }
    }

    private static void addClass(JarOutputStream jar, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (var bytes = type.getClassLoader().getResourceAsStream(name)) {
            bytes.transferTo(jar);
        }
    }
}
