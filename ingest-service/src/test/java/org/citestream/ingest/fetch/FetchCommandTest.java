package org.citestream.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citestream.ingest.remote.HttpStub;
import org.citestream.ingest.remote.HttpStub.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FetchCommandTest {
    private static final String FIND =
            "/search?query=DOI%3A%2210.5555%2Ffear%22&format=json&resultType=lite&pageSize=1&cursorMark=*";
    private static final String CITING = "/search?query=CITES%3A99_MED+AND+OPEN_ACCESS%3Ay&format=json&resultType=lite"
            + "&pageSize=100&cursorMark=";

    @TempDir
    Path folder;

    private final HttpStub stub = new HttpStub();
    private final List<JsonNode> told = new ArrayList<>();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void shouldFetchTheWorkAndAllThatCiteItWhenTheyAreOpen() throws Exception {
        // Given
        stub.answer(FIND, new Answer(200, page(null, hit("99", "PMC1", "Y", "10.5555/fear"))));
        stub.answer(CITING + "*", new Answer(200, page("next", hit("100", "PMC2", "Y", "10.5555/a"))));
        stub.answer(
                CITING + "next",
                new Answer(200, page("next", hit("101", "PMC3", "Y", null), hit("102", null, "N", "10.5555/closed"))));
        stub.answer("/PMC1/fullTextXML", new Answer(200, "<article>1</article>"));
        stub.answer("/PMC2/fullTextXML", new Answer(503, ""), new Answer(200, "<article>2</article>"));

        // When
        int exit = fetch("10.5555/fear");

        // Then
        assertThat(exit).isZero();
        assertThat(told)
                .extracting(line ->
                        line.path("id").asText() + " " + line.path("state").asText())
                .containsExactly(
                        "10.5555/fear fetched", "10.5555/a fetched", "PMC3 not-open", "10.5555/closed not-open");
        assertThat(folder.resolve("PMC2.xml")).hasContent("<article>2</article>");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void shouldNotFetchAgainWhenTheFileIsThere() throws Exception {
        // Given
        stub.answer(FIND, new Answer(200, page(null, hit("99", "PMC1", "Y", "10.5555/fear"))));
        stub.answer(CITING + "*", new Answer(200, page(null)));
        Files.writeString(folder.resolve("PMC1.xml"), "<article>kept</article>");

        // When
        int exit = fetch("10.5555/fear");

        // Then
        assertThat(exit).isZero();
        assertThat(told)
                .singleElement()
                .extracting(line -> line.path("state").asText())
                .isEqualTo("there");
        assertThat(stub.asked()).noneMatch(address -> address.contains("fullTextXML"));
    }

    @Test
    void shouldSayUnknownAndExitWithOneWhenEuropePmcDoesNotKnowTheWork() {
        // Given
        stub.answer(FIND, new Answer(200, page(null)));

        // When
        int exit = fetch("10.5555/fear");

        // Then
        assertThat(exit).isEqualTo(1);
        assertThat(told)
                .singleElement()
                .extracting(line -> line.path("state").asText())
                .isEqualTo("unknown");
    }

    @Test
    void shouldSayUnavailableWhenEuropePmcRefuses() {
        // Given
        stub.answer(FIND, new Answer(403, ""));

        // When
        int exit = fetch("10.5555/fear");

        // Then
        assertThat(exit).isEqualTo(1);
        assertThat(told.get(0).path("reason").asText()).contains("HTTP 403");
    }

    private int fetch(String id) {
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new FetchCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        id,
                        "--to",
                        folder.toString(),
                        "--europepmc-url",
                        stub.base().toString(),
                        "--rate",
                        "1000");
        ObjectMapper json = new ObjectMapper();
        out.toString().lines().forEach(line -> {
            try {
                told.add(json.readTree(line));
            } catch (java.io.IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        });
        return exit;
    }

    private static String hit(String id, String pmcid, String open, String doi) {
        return "{\"id\":\"" + id + "\",\"source\":\"MED\",\"title\":\"T" + id + "\",\"isOpenAccess\":\"" + open + "\""
                + (pmcid == null ? "" : ",\"pmcid\":\"" + pmcid + "\"")
                + (doi == null ? "" : ",\"doi\":\"" + doi + "\"") + "}";
    }

    private static String page(String next, String... hits) {
        return "{\"nextCursorMark\":" + (next == null ? "\"*\"" : "\"" + next + "\"") + ",\"resultList\":{\"result\":["
                + String.join(",", hits) + "]}}";
    }
}
