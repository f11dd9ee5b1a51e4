package org.citestream.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** One packaged service as a process of its own, with what it prints in a file under {@code target/logs}. */
final class ServiceProcess {

    private static final Duration START = Duration.ofSeconds(90);

    private final Service service;
    private final int port;
    private final Path log;
    private final Process process;

    private ServiceProcess(Service service, int port, Path log, Process process) {
        this.service = service;
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /** Starts it and returns at once; {@link #awaitReady()} tells when it serves. */
    static ServiceProcess start(Service service, int port, Map<String, String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Short lives on few cores: the first compiler tier alone starts sooner.
        command.addAll(
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dquarkus.http.port=" + port);
        command.addAll(List.of("-jar", service.jar().toString()));
        Path log = log(service);
        try {
            Files.createDirectories(log.getParent());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            return new ServiceProcess(service, port, log, process);
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + service.folder(), e);
        }
    }

    /** Where a service of this run writes its log, a JSON object a line. */
    static Path log(Service service) {
        return Checkout.target().resolve("logs").resolve(service.folder() + ".log");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Waits until it answers that it is ready; fails at once if the process ends before. */
    void awaitReady() {
        var api = new Api(address());
        untilReady(service.folder() + " to be ready, see " + log)
                .failFast(service.folder() + " ended while starting, see " + log, () -> !process.isAlive())
                .until(() -> isReady(api));
    }

    /** The same for a service that somebody else started. */
    static void awaitReady(String name, Api api) {
        untilReady(name + " at " + api.base() + " to be ready").until(() -> isReady(api));
    }

    private static ConditionFactory untilReady(String what) {
        return Awaitility.await(what)
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class);
    }

    private static boolean isReady(Api api) {
        return api.get("/q/health/ready").status() == 200;
    }

    /** As an operator stops it. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGSTOP, as a machine that hangs; or SIGCONT. */
    void signal(String signal) {
        Signals.send(signal, List.of(process.toHandle()));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(service.folder() + " did not stop within 30 s of being told to, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
