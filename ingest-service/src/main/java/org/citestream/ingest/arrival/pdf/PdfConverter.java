package org.citestream.ingest.arrival.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.citestream.ingest.file.ReceivedFile;
import org.citestream.ingest.remote.RequestPolicy;

/** PDFs become TEI by the configured GROBID server. Thread-safe. */
@ApplicationScoped
public class PdfConverter {
    private final Optional<Grobid> grobid;

    public PdfConverter(PdfSettings settings) {
        this.grobid = settings.url()
                .map(url -> new Grobid(
                        url,
                        new RequestPolicy(
                                settings.timeout(),
                                settings.attempts(),
                                settings.backoff(),
                                settings.rate(),
                                0,
                                Duration.ZERO,
                                Math.toIntExact(settings.largestAnswer().asLongValue()))));
    }

    /**
     * The PDF's text as GROBID reads it.
     *
     * @throws ClientErrorException 415 without a GROBID server, 422 when it finds nothing in the PDF
     * @throws org.citestream.ingest.remote.RemoteUnavailableException when the server is away or busy for too long
     */
    public byte[] toTei(ReceivedFile pdf) throws IOException {
        if (grobid.isEmpty()) {
            throw new ClientErrorException(
                    "This is a PDF. Set citestream.grobid.url to a GROBID server that reads PDFs, or send JATS or TEI.",
                    Response.Status.UNSUPPORTED_MEDIA_TYPE);
        }
        try (InputStream bytes = pdf.open()) {
            return grobid.get()
                    .tei(bytes.readAllBytes())
                    .orElseThrow(() -> new ClientErrorException("GROBID finds no text in this PDF.", 422));
        }
    }
}
