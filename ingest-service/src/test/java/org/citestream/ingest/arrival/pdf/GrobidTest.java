package org.citestream.ingest.arrival.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.citestream.ingest.remote.HttpStub;
import org.citestream.ingest.remote.HttpStub.Answer;
import org.citestream.ingest.remote.RemoteUnavailableException;
import org.citestream.ingest.remote.RequestPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrobidTest {
    private static final byte[] PDF = "%PDF-1.7 sample".getBytes(StandardCharsets.US_ASCII);
    private static final String ADDRESS = "/api/processFulltextDocument";

    private final HttpStub stub = new HttpStub();
    private final Grobid grobid = new Grobid(
            stub.base(),
            new RequestPolicy(Duration.ofSeconds(5), 3, Duration.ofMillis(5), 100, 0, Duration.ZERO, 1_000_000));

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void shouldReturnTeiWhenGrobidHasAFreeThreadAtLast() {
        // Given
        stub.answer(ADDRESS, new Answer(503, ""), new Answer(200, "<TEI/>"));

        // When
        byte[] tei = grobid.tei(PDF).orElseThrow();

        // Then
        assertThat(new String(tei, StandardCharsets.UTF_8)).isEqualTo("<TEI/>");
        assertThat(stub.bodies().get(1))
                .contains("name=\"input\"; filename=\"article.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7")
                .contains("name=\"includeRawCitations\"\r\n\r\n1\r\n");
    }

    @Test
    void shouldBeEmptyWhenGrobidFindsNothing() {
        // Given
        stub.answer(ADDRESS, new Answer(204, ""));

        // When, Then
        assertThat(grobid.tei(PDF)).isEmpty();
    }

    @Test
    void shouldSayUnavailableWhenGrobidRefusesThePdf() {
        // Given
        stub.answer(ADDRESS, new Answer(400, "bad pdf"));

        // When, Then
        assertThatThrownBy(() -> grobid.tei(PDF))
                .isInstanceOf(RemoteUnavailableException.class)
                .hasMessageContaining("HTTP 400");
    }
}
