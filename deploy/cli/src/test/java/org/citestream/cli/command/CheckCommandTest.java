package org.citestream.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a small server that answers as query-service does. */
class CheckCommandTest {

    private static final String BAD = "no list";

    @TempDir
    Path folder;

    private final List<String> seen = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/checks", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldSendEachFileAndEndWellWhenNothingNamedWasFound() throws IOException {
        // Given
        Path one = file("one.bib", "@misc{a}");
        Path other = file("other.ris", "TY  - JOUR");
        // When
        int exit = run(
                "--format",
                "csv",
                "--input",
                "ris",
                "--fail-on",
                "retracted,other-work",
                one.toString(),
                other.toString());
        // Then
        assertThat(exit).isZero();
        assertThat(seen).containsExactly("format=csv&input=ris @misc{a}", "format=csv&input=ris TY  - JOUR");
    }

    @Test
    void shouldEndWithOneWhenANamedFindingIsThere() throws IOException {
        assertThat(run(
                        "--fail-on",
                        "retracted,not-found",
                        file("one.bib", "@misc{a}").toString()))
                .isEqualTo(1);
    }

    @Test
    void shouldEndWellWithWhateverWasFoundUnlessSomethingIsNamed() throws IOException {
        assertThat(run(file("one.docx", "PK").toString())).isZero();
        assertThat(run(
                        "--fail-on",
                        "retracted,withdrawn,concern,other-work,not-cited,not-listed",
                        file("one.docx", "PK").toString()))
                .isZero();
        assertThat(seen).containsExactly("format=text PK", "format=text PK");
    }

    @Test
    void shouldEndWithTwoWhenItCannotCheck() throws IOException {
        assertThat(run(file("bad.bib", BAD).toString())).isEqualTo(2);
        assertThat(run(folder.resolve("none.bib").toString())).isEqualTo(2);
        assertThat(run("--fail-on", "everything", file("one.bib", "@misc{a}").toString()))
                .isEqualTo(2);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "check", "--url", "http://127.0.0.1:" + server.getAddress().getPort()));
        all.addAll(List.of(arguments));
        return Commands.create().execute(all.toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(exchange.getRequestURI().getQuery() + " " + body);
        byte[] answer = (body.equals(BAD)
                        ? "{\"detail\":\"Read as text: there are no references in it\"}"
                        : "number,label\n")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Citestream-Findings", "as-given=4, not-found=2");
        exchange.sendResponseHeaders(body.equals(BAD) ? 422 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
