package org.citestream.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

    private static Vertx vertx;
    private static HttpServer server;
    private static volatile ClientAddresses addresses;

    @BeforeAll
    static void listen() throws Exception {
        vertx = Vertx.vertx();
        server = vertx.createHttpServer()
                .requestHandler(request -> request.response().end(addresses.of(request)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterAll
    static void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private static String client(List<String> proxies, String forwarded) throws Exception {
        addresses = new ClientAddresses(Optional.of(proxies));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/"));
        if (!forwarded.isEmpty()) {
            request.header("X-Forwarded-For", forwarded);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void shouldBelieveNobodyWhoIsNotTrusted() throws Exception {
        assertThat(client(List.of(), "203.0.113.7")).isEqualTo("127.0.0.1");
        assertThat(client(List.of("10.0.0.0/8"), "203.0.113.7")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                | 127.0.0.1",
                "203.0.113.7                       | 203.0.113.7",
                "203.0.113.7:4711                  | 203.0.113.7",
                "198.51.100.1, 203.0.113.7         | 203.0.113.7",
                "198.51.100.1, 203.0.113.7, 10.1.2.3 | 203.0.113.7",
                "10.9.9.9, 10.1.2.3                | 10.9.9.9",
                "198.51.100.1, no.such.name.invalid | 127.0.0.1",
                "2001:db8:1:2:3:4:5:6              | 20010db800010002/64",
                "[2001:db8:1:2::9]                 | 20010db800010002/64"
            })
    void shouldTakeTheNearestThatNoTrustedProxyIs(String forwarded, String client) throws Exception {
        assertThat(client(List.of("127.0.0.1", "10.0.0.0/8"), forwarded)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0/x", ""})
    void shouldRefuseProxiesThatAreNoAddresses(String proxy) {
        assertThatThrownBy(() -> new ClientAddresses(Optional.of(List.of(proxy))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("citestream.trusted-proxies");
    }

    @Test
    void shouldCompareBlocksBitByBit() {
        // Given
        AddressBlock block = AddressBlock.parse("192.168.16.0/20");
        // When, Then
        assertThat(block.holds(ClientAddresses.address("192.168.31.255").orElseThrow()))
                .isTrue();
        assertThat(block.holds(ClientAddresses.address("192.168.32.0").orElseThrow()))
                .isFalse();
        assertThat(block.holds(ClientAddresses.address("fd00::1").orElseThrow()))
                .isFalse();
    }
}
