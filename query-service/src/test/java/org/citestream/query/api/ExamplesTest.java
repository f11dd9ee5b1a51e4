package org.citestream.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.FilledView;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts of deploy/examples, run as their page says, each by its own interpreter. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ExamplesTest extends ViewFixture {

    private static final Path FOLDER = Path.of("..", "deploy", "examples");
    private static final String CITED = "doi:10.5555/example.cited";
    private static final String FRIEND = "doi:10.5555/example.friend";
    private static final String CRITIC = "doi:10.5555/example.critic";
    private static final SampleStatement CONTRASTS = SampleStatement.of(
                    CRITIC, CITED, "We could not find that bilbies hum.")
            .as("contrasting", 0.87)
            .in("results");

    @TestHTTPResource("/")
    URI base;

    @Override
    protected void fill() throws Exception {
        view.works(List.of(
                        SampleWork.of(CITED, "Bilbies hum", "2010"),
                        SampleWork.of("doi:10.5555/example.second", "Bilbies hum louder", "2011")
                                .noticed("retraction"),
                        SampleWork.of(FRIEND, "On bilbies", "2015"),
                        SampleWork.of(CRITIC, "Silent bilbies", "2019")))
                .said(List.of(
                        SampleStatement.of(FRIEND, CITED, "Bilbies hum, as we heard.")
                                .as("supporting", 0.9),
                        SampleStatement.of(FRIEND, "doi:10.5555/example.second", "Some hum louder.")
                                .nth(1),
                        CONTRASTS))
                .numbered(List.of(FilledView.change(
                        ChangeType.STATEMENT_ADDED,
                        CITED,
                        CRITIC,
                        CONTRASTS.id(),
                        Cause.ARTICLE,
                        "{\"sequence\":1,\"citing\":\"" + CRITIC + "\",\"cited\":\"" + CITED + "\"}",
                        Instant.now())))
                .announced();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report.py 10.5555/example.cited         | 1 supporting, 1 contrasting, 2 in all",
                "report.py 10.5555/example.cited         | contrasting (0.87): We could not find that bilbies hum. [",
                "search.py bilbies type:contrasting      | Statements: 1",
                "bibliography.py 10.5555/example.friend  | retraction 2022-05-02: doi:10.5555/example.second",
                "bibliography.py 10.5555/example.friend  | Works with a notice: 1",
                "related.py 10.5555/example.cited        | Bilbies hum louder: Both cited by 1 work [",
                "semanticscholar_client.py bilbies hum   | Bilbies hum (2010), cited by 2: doi:10.5555/example.cited",
                "by_year.R 10.5555/example.cited         | contrasting",
            })
    void shouldDoItsJob(String command, String says) throws Exception {
        assumeInstalled(command);
        // The index follows the tables a moment later.
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(run(command)).contains(says));
    }

    @Test
    void shouldFollowWhatArrives() throws Exception {
        assumeInstalled("follow.py 10.5555/example.cited 1");

        assertThat(run("follow.py 10.5555/example.cited 1")).contains(" cites ");
    }

    @Test
    void shouldNameEveryScriptOnItsPage() throws IOException {
        // When, Then
        String page = Files.readString(FOLDER.resolve("README.md"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".md")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(page).contains(name))
                    .allSatisfy(name ->
                            assertThat(Files.readAllLines(FOLDER.resolve(name))).hasSizeLessThanOrEqualTo(14));
        }
    }

    private static String interpreter(String command) {
        return command.contains(".R ") ? "Rscript" : "python3";
    }

    private static void assumeInstalled(String command) throws InterruptedException {
        String interpreter = interpreter(command);
        boolean there;
        try {
            there = new ProcessBuilder(interpreter, "--version")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor(20, TimeUnit.SECONDS);
        } catch (IOException none) {
            there = false;
        }
        assumeTrue(there, interpreter + " is not installed: " + command + " was not run");
    }

    private String run(String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(interpreter(command)));
        words.addAll(List.of(command.split(" ")));
        ProcessBuilder script =
                new ProcessBuilder(words).directory(FOLDER.toFile()).redirectErrorStream(true);
        script.environment().put("CITESTREAM_URL", base.toString().replaceFirst("/$", ""));
        Process running = script.start();
        try {
            assertThat(running.waitFor(60, TimeUnit.SECONDS)).as(command).isTrue();
            String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(running.exitValue()).as(output).isZero();
            return output;
        } finally {
            running.destroyForcibly();
        }
    }
}
