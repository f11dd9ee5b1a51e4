package org.citestream.acceptance;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program of the machine's that a test needs; the test is skipped, in one line, where it is not there. */
final class Tool {

    /** How a program ended, and all that it printed. */
    record Ended(int status, String output) {}

    private Tool() {}

    static Path find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> abort("skipped: no " + name + " on this machine (Debian: apt install prometheus)"));
    }

    /** What {@code deploy/citestream} starts with these arguments, here and in its services with the quick compiler alone. */
    static List<String> citestream(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcitestream.java.options=-XX:TieredStopAtLevel=1",
                "-Dcitestream.home=" + Checkout.root(),
                "-jar",
                Checkout.root().resolve("deploy/cli/target/citestream-cli.jar").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    static Ended run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
