package org.citestream.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.citestream.cli.CliException;
import org.citestream.cli.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that answers as the README of ingest-service and DESIGN's names say. */
class FeederTest {

    @TempDir
    Path folder;

    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicInteger visible = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/articles/archive", this::takeFile);
        server.createContext("/api/v1/articles/", this::tellArticle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldAddUpWhenSomeAreAcceptedUnchangedOrRejected() throws Exception {
        // Given
        Files.writeString(folder.resolve("1.xml"), "new");
        Files.writeString(folder.resolve("2.xml"), "known");
        Files.writeString(folder.resolve("3.xml"), "broken");
        // When
        FeedReport report = feeder(Optional.empty()).feed(List.of(folder));
        // Then
        assertThat(report.articles()).isEqualTo(2);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.statements()).isEqualTo(14);
        assertThat(report.references()).isEqualTo(6);
        assertThat(report.rejected())
                .containsExactly(new Rejection(
                        folder.resolve("3.xml").toString(),
                        "not-well-formed: </p> without <p>",
                        Optional.of(7),
                        Optional.of(3)));
        assertThat(Json.write(report))
                .startsWith(
                        "{\"articles\":2,\"unchanged\":1,\"statements\":14,\"references\":6,\"rejected\":[{\"file\":\"")
                .contains("\",\"reason\":\"not-well-formed: </p> without <p>\",\"line\":7,\"column\":3}],\"seconds\":");
    }

    @Test
    void shouldSendAgainWhenServiceIsAwayForAMoment() throws Exception {
        // Given
        Files.writeString(folder.resolve("1.xml"), "away at first");
        // When
        FeedReport report = feeder(Optional.empty()).feed(List.of(folder));
        // Then
        assertThat(report.articles()).isEqualTo(1);
        assertThat(posts).hasValue(2);
    }

    @Test
    void shouldCountEachArticleOnceWhenServiceStopsInTheMiddleOfAnArchive() throws Exception {
        // Given
        Path archive = folder.resolve("all.tar.gz");
        Files.writeString(archive, "archive");
        // When: the first answer ends behind one article, as the broker is away
        FeedReport report = feeder(Optional.empty()).feed(List.of(folder));
        // Then
        assertThat(posts).hasValue(2);
        assertThat(report.articles()).isEqualTo(2);
        assertThat(report.statements()).isEqualTo(14);
        assertThat(report.rejected()).extracting(Rejection::file).containsExactly(archive + "!in/bad.xml");
    }

    @Test
    void shouldGiveUpWithClearLineWhenServiceStaysAway() throws Exception {
        // Given
        Files.writeString(folder.resolve("1.xml"), "new");
        server.stop(0);
        // When, Then
        assertThatThrownBy(() -> feeder(Optional.empty()).feed(List.of(folder)))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("has been away for 2 s")
                .hasMessageContaining("The same command goes on where this one ended.");
    }

    @Test
    void shouldStopWithClearLineWhenKeyIsRefused() throws Exception {
        // Given
        Files.writeString(folder.resolve("1.xml"), "guarded");
        // When, Then
        assertThatThrownBy(() -> feeder(Optional.of("wrong")).feed(List.of(folder)))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("give a key of scope ingest");
        assertThat(feeder(Optional.of("right")).feed(List.of(folder)).articles())
                .isEqualTo(1);
    }

    @Test
    void shouldWaitUntilRevisionIsCompleteWhenAsked() throws Exception {
        // Given
        Files.writeString(folder.resolve("1.xml"), "new");
        var feeder = feeder(Optional.empty());
        feeder.feed(List.of(folder));
        // When
        List<String> missing = feeder.awaitVisible();
        // Then: the third answer says complete
        assertThat(missing).isEmpty();
        assertThat(visible).hasValue(3);
    }

    @Test
    void shouldShowItsKeyWhenReadingNeedsOne() throws Exception {
        // Given
        Files.writeString(folder.resolve("1.xml"), "unread");
        var without = feeder(Optional.empty());
        without.feed(List.of(folder));
        var with = feeder(Optional.of("right"));
        with.feed(List.of(folder));
        // When, Then
        assertThat(with.awaitVisible()).isEmpty();
        assertThatThrownBy(without::awaitVisible)
                .isInstanceOf(CliException.class)
                .hasMessageContaining("refuses to say what is visible (A key is needed)");
    }

    private Feeder feeder(Optional<String> key) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new Feeder(new FeedSettings(2, Duration.ofSeconds(2), false), url, url, key);
    }

    private void takeFile(HttpExchange exchange) throws IOException {
        int post = posts.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        String query = exchange.getRequestURI().getQuery();
        String name = query.substring(query.indexOf('=') + 1);
        if (body.equals("broken")) {
            answer(
                    exchange,
                    200,
                    "{'file':'" + name + "','rejected':{'reason':'not-well-formed','detail':'</p> without <p>',"
                            + "'line':7,'column':3}}\n");
        } else if (body.startsWith("away") && post == 1) {
            answer(exchange, 503, "");
        } else if (body.equals("archive")) {
            String rest = post == 1
                    ? "{'file':'in/bad.xml','failed':{'reason':'broker-away','detail':'no broker'}}"
                    : "{'file':'in/bad.xml','rejected':{'reason':'not-xml','detail':'no'}}\n" + accepted("in/2", "b");
            answer(exchange, 200, accepted("in/1", "a") + "\n" + rest);
        } else if (body.equals("guarded") && !"Bearer right".equals(key)) {
            answer(exchange, 401, "{'title':'Unknown key','status':401}");
        } else {
            answer(exchange, 200, accepted(name, body));
        }
    }

    private static String accepted(String name, String body) {
        return "{'file':'" + name + "','publication':'doi:10.5555/<" + body
                + ">','revision':4,'statements':7,'references':3,"
                + "'referencesResolved':2,'unresolved':0,'unchanged':" + body.equals("known") + "}";
    }

    private void tellArticle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getRawPath().endsWith("%3Cunread%3E")) {
            boolean may = "Bearer right".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(
                    exchange,
                    may ? 200 : 401,
                    may ? "{'revision':4,'complete':true}" : "{'status':401,'detail':'A key is needed'}");
            return;
        }
        boolean asExpected = exchange.getRequestURI().getRawPath().equals("/api/v1/articles/doi:10.5555/%3Cnew%3E");
        int asked = visible.incrementAndGet();
        if (!asExpected || asked == 1) {
            answer(exchange, 404, "{'status':404}");
        } else {
            answer(exchange, 200, "{'revision':4,'expected':7,'visible':" + asked + ",'complete':" + (asked > 2) + "}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
