package org.citestream.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.runtime.filters.Filter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.ClientAddresses;
import org.citestream.kit.access.OidcConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestRateTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        Filters filters = new Filters();
        new RequestRate(
                        new ApiKeys(Optional.empty(), Optional.empty()),
                        new OidcConfig().tokens(),
                        new ClientAddresses(Optional.of(List.of("127.0.0.1"))),
                        new TwoAMinute())
                .register(filters);
        Router router = Router.router(vertx);
        for (Filter filter : filters.getFilters()) {
            router.route().handler(filter.getHandler());
        }
        router.route().handler(context -> context.end("done"));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private record TwoAMinute() implements RequestSettings {

        @Override
        public int perMinute() {
            return 2;
        }

        @Override
        public Duration headWithin() {
            return Duration.ofSeconds(30);
        }
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void shouldRefuseOnlyTheCallerWhoSendsTooMuch() throws Exception {
        // Given
        assertThat(get("/", "192.0.2.1").statusCode()).isEqualTo(200);
        assertThat(get("/", "192.0.2.1").statusCode()).isEqualTo(200);
        // When
        HttpResponse<String> third = get("/", "192.0.2.1");
        // Then
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.body()).contains("More than 2 requests in a minute");
        assertThat(third.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(get("/", "192.0.2.2").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNotCountProbesOfHealth() throws Exception {
        // Given
        get("/", "192.0.2.3");
        // When
        for (int i = 0; i < 3; i++) {
            get("/q/health/ready", "192.0.2.3");
        }
        // Then
        assertThat(get("/", "192.0.2.3").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path, String forwarded) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                        .header("X-Forwarded-For", forwarded)
                        .build(),
                BodyHandlers.ofString());
    }
}
