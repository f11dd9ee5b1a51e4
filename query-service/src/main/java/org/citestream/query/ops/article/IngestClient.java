package org.citestream.query.ops.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.citestream.kit.problem.Problem;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.ops.audit.AuditLog;
import org.citestream.query.problem.ProblemException;

/** HTTP client of ingest-service, which alone parses articles; with a timeout. Thread-safe. */
@ApplicationScoped
public class IngestClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OpsSettings settings;
    private final AuditLog audit;
    private final HttpClient http;

    IngestClient(OpsSettings settings, AuditLog audit) {
        this.settings = settings;
        this.audit = audit;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.serviceTimeout())
                .build();
    }

    /**
     * Re-ingests the stored file of an article.
     *
     * @param authorization the caller's own, or null
     * @return the answer of ingest-service
     */
    public JsonNode reingest(String id, boolean force, String who, String authorization) throws InterruptedException {
        audit.write(who, "reingest", id, force ? "by force" : "");
        return ask(
                "POST",
                "/articles/%s/reingest?force=%s".formatted(encoded(id), force),
                settings.readTimeout(),
                authorization);
    }

    /** Withdraws an article. */
    public JsonNode withdraw(String id, String why, String who, String authorization) throws InterruptedException {
        audit.write(who, "withdraw", id, why);
        return ask(
                "DELETE", "/articles/" + encoded(id) + "?why=" + encoded(why), settings.readTimeout(), authorization);
    }

    /**
     * Passes a file on as it arrives: an article, a set or an archive.
     *
     * @param name the file's name, used in the answer
     * @return a line of JSON per article, as ingest-service writes them; the caller must close it
     */
    public InputStream upload(String name, InputStream file, String who, String authorization)
            throws InterruptedException {
        audit.write(who, "upload", name, "");
        HttpRequest.Builder request = request("/articles/archive?file=" + encoded(name), authorization)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> file));
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() < 400) {
                return answer.body();
            }
            try (InputStream why = answer.body()) {
                throw new ProblemException(refused(answer.statusCode(), JSON.readTree(why)));
            }
        } catch (IOException away) {
            throw unreachable(away);
        }
    }

    /** Identifiers that several works claim. */
    public Conflicts conflicts(String after) throws InterruptedException {
        return JSON.convertValue(
                ask("GET", "/conflicts?limit=100&after=" + encoded(after), settings.serviceTimeout(), null),
                Conflicts.class);
    }

    private JsonNode ask(String method, String path, Duration timeout, String authorization)
            throws InterruptedException {
        HttpRequest.Builder request =
                request(path, authorization).timeout(timeout).method(method, HttpRequest.BodyPublishers.noBody());
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() >= 400) {
                throw new ProblemException(refused(answer.statusCode(), body));
            }
            return body;
        } catch (IOException away) {
            throw unreachable(away);
        }
    }

    private HttpRequest.Builder request(String path, String authorization) {
        String url = settings.ingestUrl()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        503,
                        "Service unavailable",
                        "The address of ingest-service is not configured: set citestream.ops.ingest-url")));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        String key = settings.ingestKey().map(its -> "Bearer " + its).orElse(authorization);
        if (key != null) {
            request.header("Authorization", key);
        }
        return request;
    }

    private ProblemException unreachable(IOException away) {
        return new ProblemException(Problem.of(
                503,
                "Service unavailable",
                "ingest-service at %s does not answer: %s"
                        .formatted(settings.ingestUrl().orElse("?"), away)));
    }

    private static Problem refused(int status, JsonNode body) {
        String detail = body.path("detail").asText("ingest-service answered " + status);
        if (status == 401 || status == 403) {
            // Not this request's key, but the one for ingest-service.
            return Problem.of(
                    502,
                    "ingest-service refused",
                    detail + " Set citestream.ops.ingest-key to a key with scope ingest, or send one that has both"
                            + " scopes.");
        }
        return Problem.of(status, body.path("title").asText("ingest-service refused"), detail);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
