package org.citestream.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** ingest-service's jar in command mode, as {@code deploy/citestream extract} starts it. */
final class Extract {

    private Extract() {}

    /** The JSON lines it prints; fails on any exit code but 0. */
    static List<String> run(Path articles) throws IOException {
        Path out = Files.createDirectories(Checkout.target().resolve("logs")).resolve("extract.jsonl");
        Path log = out.resolveSibling("extract.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Service.INGEST.jar().toString(),
                        "extract",
                        articles.toString())
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new AssertionError("extract ended with " + exit + ": " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Files.readAllLines(out);
    }
}
