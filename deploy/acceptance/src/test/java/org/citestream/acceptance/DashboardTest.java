package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.citestream.platform.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every panel of every dashboard shows something: its queries are asked of a real Prometheus that scrapes this line. */
@WithLine
class DashboardTest {

    private static final Path DASHBOARDS = Checkout.root().resolve("deploy/grafana/dashboards");
    /** At least four scrapes, as Grafana would choose it. */
    private static final String RATE_INTERVAL = "20s";

    private final Line line;

    DashboardTest(Line line) {
        this.line = line;
    }

    /** One query of a panel. */
    private record Panel(String dashboard, String title, String query) {}

    @Test
    void shouldShowSomethingInEveryPanelWhenPrometheusScrapesARunningLine(@TempDir Path folder) throws Exception {
        // Given
        Path prometheus = Tool.find("prometheus");
        int port = FreePort.any();
        Process running = start(prometheus, folder, port);
        try {
            Sample sample = Samples.world("watched").get("bielski-2018");

            // When
            line.ingest().post("/articles", sample.xml()).ok();
            line.query().get("/api/v1/reports/doi:10.5555/watched.hallam2016");

            // Then
            var api = new Api(URI.create("http://127.0.0.1:" + port));
            List<Panel> panels = panels();
            assertThat(panels).hasSizeGreaterThan(25);
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptionsInstanceOf(java.io.UncheckedIOException.class)
                    .untilAsserted(() -> assertThat(panels).noneMatch(panel -> isEmpty(api, panel)));
        } finally {
            running.destroy();
            running.waitFor();
        }
    }

    private Process start(Path prometheus, Path folder, int port) throws IOException {
        // The shipped scrape configuration, its default ports replaced by this line's.
        String config = Files.readString(Checkout.root().resolve("deploy/prometheus/prometheus.yml"))
                .replace("127.0.0.1:8080", line.query().authority())
                .replace("127.0.0.1:8081", line.ingest().authority())
                .replace("127.0.0.1:8082", line.classify().authority())
                .replaceAll("_interval: 15s", "_interval: 1s")
                .replace("rules/*.yml", Checkout.root().resolve("deploy/prometheus/rules") + "/*.yml");
        Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
        return new ProcessBuilder(
                        prometheus.toString(),
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(Checkout.target().resolve("logs/prometheus.log").toFile())
                .start();
    }

    private static boolean isEmpty(Api api, Panel panel) {
        String query = URLEncoder.encode(panel.query(), StandardCharsets.UTF_8);
        JsonNode answer = api.get("/api/v1/query?query=" + query).ok();
        assertThat(answer.path("status").asText()).as(panel.toString()).isEqualTo("success");
        return answer.path("data").path("result").isEmpty();
    }

    private static List<Panel> panels() throws IOException {
        List<Panel> panels = new ArrayList<>();
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            for (Path file : files.sorted().toList()) {
                JsonNode dashboard = Json.tree(Files.readString(file));
                for (JsonNode panel : dashboard.path("panels")) {
                    for (JsonNode target : panel.path("targets")) {
                        panels.add(new Panel(
                                dashboard.path("title").asText(),
                                panel.path("title").asText(),
                                target.path("expr").asText().replace("$__rate_interval", RATE_INTERVAL)));
                    }
                }
            }
        }
        return panels;
    }
}
