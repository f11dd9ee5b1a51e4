package org.citestream.kit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * An OpenID Connect issuer as it describes itself (OpenID Connect Discovery 1.0, section 4). It is asked at first use, so
 * that services start without it. Thread-safe.
 */
public final class Issuer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** After a failure it is left alone for so long: nobody waits for it meanwhile. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final String name;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile IssuerEndpoints endpoints;
    private Instant askAgain = Instant.MIN;
    private IOException failure;

    /** @param name as tokens name it: an address of {@code https}, or {@code http} in tests */
    public Issuer(String name) {
        this.name = name;
    }

    /** Where an issuer is asked what. */
    public record IssuerEndpoints(URI authorization, URI token, URI keys) {}

    /** Just as tokens name it. */
    public String name() {
        return name;
    }

    /** The issuer has understood and says no. */
    public static final class IssuerRefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        private IssuerRefusedException(String message) {
            super(message);
        }
    }

    /**
     * Its endpoints.
     *
     * @throws IOException if it does not answer, or describes another issuer
     */
    public IssuerEndpoints endpoints() throws IOException {
        IssuerEndpoints known = endpoints;
        return known != null ? known : ask();
    }

    private synchronized IssuerEndpoints ask() throws IOException {
        if (endpoints != null) {
            return endpoints;
        }
        if (Instant.now().isBefore(askAgain)) {
            throw new IOException("the issuer " + name + " did not answer: " + failure.getMessage(), failure);
        }
        try {
            JsonNode said = json(HttpRequest.newBuilder(
                    URI.create(name.replaceFirst("/+$", "") + "/.well-known/openid-configuration")));
            if (!name.equals(said.path("issuer").asText())) {
                throw new IOException("it calls itself '" + said.path("issuer").asText() + "'");
            }
            endpoints = new IssuerEndpoints(
                    address(said, "authorization_endpoint"),
                    address(said, "token_endpoint"),
                    address(said, "jwks_uri"));
            return endpoints;
        } catch (IOException | IllegalArgumentException unusable) {
            failure = unusable instanceof IOException away ? away : new IOException(unusable);
            askAgain = Instant.now().plus(PAUSE);
            throw new IOException("the issuer " + name + " cannot be asked: " + unusable.getMessage(), unusable);
        }
    }

    private static URI address(JsonNode said, String which) throws IOException {
        if (!said.path(which).isTextual()) {
            throw new IOException("it does not say its " + which);
        }
        return URI.create(said.path(which).asText());
    }

    /**
     * Sends a request and reads the JSON of its answer.
     *
     * @throws IssuerRefusedException if it answers 4xx; the message has what it says of it
     * @throws IOException if it does not answer, or with something else than JSON
     */
    public JsonNode json(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> answer = http.send(
                    request.header("Accept", "application/json")
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            JsonNode said = JSON.readTree(new String(answer.body(), StandardCharsets.UTF_8));
            if (answer.statusCode() / 100 == 4) {
                throw new IssuerRefusedException(said.path("error").asText("it refuses") + " "
                        + said.path("error_description").asText(""));
            }
            if (answer.statusCode() != 200) {
                throw new IOException("it answers " + answer.statusCode());
            }
            return said;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
