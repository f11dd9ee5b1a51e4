package org.citestream.query.check;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.citestream.kit.problem.Problem;
import org.citestream.query.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * The GROBID server that reads manuscripts in PDF, asked by its own setting: whoever runs this index may run one for checks
 * alone. Thread-safe.
 *
 * @param address its route for whole documents
 * @param atOnce PDFs at the same time
 */
record GrobidServer(URI address, Duration timeout, int atOnce) {

    private static final Logger LOG = Logger.getLogger(GrobidServer.class);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final AtomicInteger RUNNING = new AtomicInteger();
    private static final int LARGEST_ANSWER = 32 * 1024 * 1024;

    /**
     * The configured one.
     *
     * @throws ProblemException 415 if there is none
     */
    static GrobidServer of(CheckSettings settings) {
        URI base = settings.grobidUrl()
                .orElseThrow(
                        () -> new ProblemException(
                                Problem.of(
                                        415,
                                        "Unsupported media type",
                                        "This looks like PDF, which only a GROBID server can read, and none is set here"
                                                + " (citestream.check.grobid-url). Send the manuscript as DOCX, JATS or TEI, or its list alone.")));
        return new GrobidServer(
                URI.create(base.toString().replaceFirst("/+$", "") + "/api/processFulltextDocument"),
                settings.grobidTimeout(),
                settings.pdfsAtOnce());
    }

    /**
     * The TEI that it makes of a PDF.
     *
     * @throws ProblemException 422 if it finds nothing in the PDF, 502 if it refuses or is away, 503 if too many are being read
     */
    byte[] tei(byte[] pdf) {
        if (RUNNING.incrementAndGet() > atOnce) {
            RUNNING.decrementAndGet();
            throw new ProblemException(
                    Problem.of(503, "Too many PDFs at once", "Other PDFs are being read; send it again in a moment"));
        }
        try {
            return sent(pdf);
        } catch (IOException away) {
            LOG.warnf("GROBID at %s did not read a PDF: %s", address, away);
            throw unread("it cannot be reached, or took longer than " + timeout.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unread("it was interrupted");
        } finally {
            RUNNING.decrementAndGet();
        }
    }

    private byte[] sent(byte[] pdf) throws IOException, InterruptedException {
        String boundary = "citestream-" + UUID.randomUUID();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Accept", "application/xml")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(form(pdf, boundary))
                .build();
        HttpResponse<InputStream> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            byte[] tei = body.readNBytes(LARGEST_ANSWER + 1);
            if (answer.statusCode() == 204 || (answer.statusCode() == 200 && tei.length == 0)) {
                throw new ProblemException(
                        Problem.of(422, "Unreadable manuscript", "GROBID finds no text in this PDF; is it a scan?"));
            }
            if (answer.statusCode() != 200) {
                LOG.warnf("GROBID at %s answered a PDF with %d", address, answer.statusCode());
                throw unread("it answered " + answer.statusCode());
            }
            if (tei.length > LARGEST_ANSWER) {
                throw unread("its answer has more than %d bytes".formatted(LARGEST_ANSWER));
            }
            return tei;
        }
    }

    /** The PDF is not copied, and nothing about it is looked up elsewhere. */
    private static BodyPublisher form(byte[] pdf, String boundary) {
        String open = "--" + boundary + "\r\nContent-Disposition: form-data; ";
        return BodyPublishers.concat(
                text(open + "name=\"input\"; filename=\"manuscript.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"),
                BodyPublishers.ofByteArray(pdf),
                text("\r\n" + open + "name=\"includeRawCitations\"\r\n\r\n1\r\n" + open
                        + "name=\"consolidateHeader\"\r\n\r\n0\r\n" + open
                        + "name=\"consolidateCitations\"\r\n\r\n0\r\n--" + boundary + "--\r\n"));
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.US_ASCII);
    }

    private static ProblemException unread(String why) {
        return new ProblemException(Problem.of(
                502, "PDF not read", "The GROBID server did not read this PDF: %s. Try again later.".formatted(why)));
    }
}
