package org.citestream.ingest.arrival.pdf;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.citestream.ingest.remote.RemoteClient;
import org.citestream.ingest.remote.RequestPolicy;

/**
 * A GROBID server's {@code /api/processFulltextDocument}. Thread-safe. Requests to a busy server (503) are retried.
 */
public final class Grobid {
    private final URI address;
    private final RemoteClient client;

    public Grobid(URI base, RequestPolicy policy) {
        this.address = URI.create(base + "/api/processFulltextDocument");
        this.client = new RemoteClient(policy, "citestream");
    }

    /**
     * The article as TEI; empty when GROBID found nothing to read in it.
     *
     * @throws org.citestream.ingest.remote.RemoteUnavailableException when GROBID is away, busy for too long, or refuses
     */
    public Optional<byte[]> tei(byte[] pdf) {
        String boundary = "citestream-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream(pdf.length + 1024);
        part(body, boundary, "name=\"input\"; filename=\"article.pdf\"\r\nContent-Type: application/pdf", pdf);
        part(body, boundary, "name=\"includeRawCitations\"", "1".getBytes(StandardCharsets.US_ASCII));
        part(body, boundary, "name=\"consolidateHeader\"", "0".getBytes(StandardCharsets.US_ASCII));
        part(body, boundary, "name=\"consolidateCitations\"", "0".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return client.send(HttpRequest.newBuilder(address)
                .header("Accept", "application/xml")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
