package org.citestream.query.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The official TypeScript client in a process of its own: Node.js with the package of {@code src/test/node}. */
final class TypeScriptClient {

    private static final Path FOLDER = Path.of("src", "test", "node");
    private static final ObjectMapper JSON = new ObjectMapper();

    private TypeScriptClient() {}

    /** Why it cannot run here; null if it can. */
    static String missing() {
        try {
            boolean node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor(20, TimeUnit.SECONDS);
            if (!node) {
                return "node does not answer";
            }
        } catch (IOException none) {
            return "Node.js is not installed";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Files.isDirectory(FOLDER.resolve("node_modules"))
                ? null
                : "its package is not installed; run npm ci in query-service/" + FOLDER;
    }

    /** What the client got for these calls. */
    static JsonNode run(String address, Map<String, Map<String, Object>> calls)
            throws IOException, InterruptedException {
        Process client = new ProcessBuilder("node", "client.mjs")
                .directory(FOLDER.toFile())
                .start();
        try {
            CompletableFuture<String> answer = read(client.getInputStream());
            CompletableFuture<String> errors = read(client.getErrorStream());
            client.getOutputStream()
                    .write((address + "\n" + JSON.writeValueAsString(calls) + "\n").getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().close();
            assertThat(client.waitFor(120, TimeUnit.SECONDS))
                    .as("the client ends")
                    .isTrue();
            assertThat(client.exitValue()).as(errors.join()).isZero();
            return JSON.readTree(answer.join());
        } finally {
            client.destroyForcibly();
        }
    }

    private static CompletableFuture<String> read(java.io.InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        });
    }
}
