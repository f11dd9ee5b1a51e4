package org.citestream.query.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.citestream.query.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A PDF read by a server that answers as GROBID does. */
class GrobidServerTest {

    private static final String TEI = """
            <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p><ref type="bibr" target="#b0">[1]</ref></p></body><back>
            <listBibl><biblStruct xml:id="b0"><analytic><title level="a">Bilbies Hum</title></analytic><monogr><imprint/></monogr>
            </biblStruct></listBibl></back></text></TEI>
            """;

    private HttpServer server;
    private int status = 200;
    private String received = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/processFulltextDocument", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldReadAPdfByItsTei() {
        // When
        ReferenceList list = read();
        // Then
        assertThat(list.format()).isEqualTo(ListFormat.PDF);
        assertThat(list.references()).extracting(GivenReference::title).containsExactly("Bilbies Hum");
        assertThat(list.references()).extracting(GivenReference::cited).containsExactly(true);
        assertThat(received).contains("name=\"input\"", "%PDF-1.7 of a manuscript", "name=\"consolidateCitations\"");
    }

    @Test
    void shouldSayWhyAPdfWasNotRead() {
        status = 204;
        assertThat(refusal().problem().status()).isEqualTo(422);
        status = 500;
        assertThat(refusal().problem().detail()).contains("it answered 500").doesNotContain("127.0.0.1");
        server.stop(0);
        assertThat(refusal().problem().status()).isEqualTo(502);
    }

    private ProblemException refusal() {
        return catchThrowableOfType(ProblemException.class, () -> read());
    }

    private ReferenceList read() {
        CheckSettings settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(CheckSettings.class)
                .withDefaultValue(
                        "citestream.check.grobid-url",
                        "http://127.0.0.1:" + server.getAddress().getPort())
                .build()
                .getConfigMapping(CheckSettings.class);
        return new ReferenceLists(settings)
                .read("%PDF-1.7 of a manuscript".getBytes(StandardCharsets.US_ASCII), Optional.empty());
    }

    private void answer(HttpExchange exchange) throws IOException {
        received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] body = status == 200 ? TEI.getBytes(StandardCharsets.UTF_8) : new byte[0];
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
