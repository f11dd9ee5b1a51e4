package org.citestream.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real articles through the whole of this service, every tenth of them unless {@code -Dcitestream.corpus.step=1} asks for
 * all. Needs a folder of them; without one it says so and is skipped.
 */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@Tag("slow")
class CorpusTest {
    private static final Logger LOG = Logger.getLogger(CorpusTest.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UPLOADS = 4;

    @Inject
    DataSource database;

    @TestHTTPResource("/articles")
    URI articles;

    @Test
    void shouldAnswerEveryFileOfTheCorpusWhenSent()
            throws IOException, InterruptedException, ExecutionException, SQLException {
        // Given
        Path corpus = corpus();
        assumeTrue(Files.isDirectory(corpus), "skipped: no corpus at " + corpus + " (set CITESTREAM_CORPUS)");
        List<Path> files = files(corpus);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var pool = Executors.newFixedThreadPool(UPLOADS);
        long statements = 0;
        int taken = 0;
        long started = System.nanoTime();
        // When
        try {
            var answers = new ArrayList<Future<HttpResponse<byte[]>>>();
            for (Path file : files) {
                answers.add(pool.submit(() -> client.send(
                        HttpRequest.newBuilder(articles)
                                .POST(HttpRequest.BodyPublishers.ofFile(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())));
            }
            for (int i = 0; i < files.size(); i++) {
                HttpResponse<byte[]> answer = answers.get(i).get();
                JsonNode body = JSON.readTree(answer.body());
                // Then
                assertThat(answer.statusCode()).as("%s: %s", files.get(i), body).isIn(200, 201, 400, 413, 422);
                if (answer.statusCode() == 201) {
                    taken++;
                    statements += body.path("statements").asLong();
                } else if (answer.statusCode() != 200) {
                    LOG.infof("%s: %s", files.get(i), body);
                }
            }
        } finally {
            pool.shutdownNow();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        LOG.infof(
                "%d files, %d taken in, %d statements, %.1f s, %.1f articles/s",
                files.size(), taken, statements, seconds, taken / seconds);
        long published = TopicReader.raw(TopicReader.STATEMENTS).stream()
                .map(TopicReader.TopicRecord::of)
                .filter(entry -> entry.type().equals("StatementExtracted"))
                .count();
        assertThat(published).isGreaterThanOrEqualTo(statements);
        awaitCatalogue();
        LOG.infof("the catalogue caught up %.1f s after the first upload", (System.nanoTime() - started) / 1e9);
        assertThatWorksStandOnce();
    }

    private void assertThatWorksStandOnce() throws IOException, SQLException {
        var survey = new WorksSurvey(database);
        List<List<String>> alike = survey.alike();
        int standing = alike.stream().mapToInt(List::size).sum();
        List<String> shared = WorksSurvey.shared();
        LOG.infof(
                "%d works, %d aliases; %d works in %d groups share title, first author and year (%.2f %%)",
                survey.works(), survey.aliases(), standing, alike.size(), 100.0 * standing / survey.works());
        alike.forEach(same -> LOG.infof("alike: %s", String.join(" = ", same)));
        LOG.infof("shared within a list: %s", shared);
        assertThat(standing).isLessThan(survey.works() / 100);
        assertThat(survey.stems()).isEmpty();
        assertThat(survey.beginnings()).isEmpty();
        assertThat(shared).isEmpty();
    }

    private void awaitCatalogue() {
        await().atMost(Duration.ofMinutes(5)).until(() -> {
            int written = TopicReader.raw(TopicReader.PUBLICATIONS).size();
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select sum(next_offset) from consumer_offset where topic = '"
                            + TopicReader.PUBLICATIONS + "'")) {
                row.next();
                return row.getLong(1) >= written;
            }
        });
    }

    private static Path corpus() {
        String set = System.getProperty("CITESTREAM_CORPUS", System.getenv("CITESTREAM_CORPUS"));
        return set == null ? Path.of("..", "..", "shared", "corpus") : Path.of(set);
    }

    private static List<Path> files(Path corpus) throws IOException {
        var files = new ArrayList<Path>();
        for (String folder : List.of("jats", "jats-edge", "tei")) {
            if (Files.isDirectory(corpus.resolve(folder))) {
                try (Stream<Path> tree = Files.walk(corpus.resolve(folder))) {
                    tree.filter(file -> file.toString().endsWith(".xml")
                                    || file.toString().endsWith(".nxml"))
                            .sorted()
                            .forEach(files::add);
                } catch (UncheckedIOException gone) {
                    throw gone.getCause();
                }
            }
        }
        int step = Integer.getInteger("citestream.corpus.step", 10);
        return IntStream.range(0, files.size())
                .filter(i -> i % step == 0)
                .mapToObj(files::get)
                .toList();
    }
}
