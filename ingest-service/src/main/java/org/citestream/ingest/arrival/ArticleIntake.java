package org.citestream.ingest.arrival;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.citestream.ingest.IngestLine;
import org.citestream.ingest.Outcome;
import org.citestream.ingest.catalogue.LedgerEntry;
import org.citestream.ingest.file.ReceivedFile;
import org.citestream.ingest.parse.UnreadableArticleException;
import org.citestream.kit.trace.TraceSpan;
import org.citestream.kit.trace.Tracing;
import org.jboss.logging.Logger;

/** What all entry points share: the limits, a turn for each article, traces and metrics. Thread-safe. */
@ApplicationScoped
public class ArticleIntake {
    private static final Logger LOG = Logger.getLogger(ArticleIntake.class);

    private final IngestLine line;
    private final ArrivedFiles files;
    private final Tracing tracing;
    private final MeterRegistry meters;
    private final Timer timer;
    private final Turns turns;

    ArticleIntake(
            IngestLine line, ArrivedFiles files, ArrivalSettings settings, Tracing tracing, MeterRegistry meters) {
        this.line = line;
        this.files = files;
        this.tracing = tracing;
        this.meters = meters;
        this.timer = Timer.builder("citestream.ingest.article")
                .description("from the last byte of an article to the last acknowledgement")
                .publishPercentileHistogram()
                .register(meters);
        this.turns = new Turns(
                settings.parallel(),
                settings.turnTimeout(),
                " articles are being read and no turn came; the limit is citestream.articles.parallel.");
    }

    /**
     * Takes in the bytes of one article, plain or gzipped, without reading them; a PDF becomes TEI where GROBID is
     * configured.
     */
    public ReceivedFile receive(InputStream bytes) throws IOException {
        return files.receive(bytes);
    }

    /**
     * Like {@link IngestLine#ingest}, but limited in concurrency, counted and traced; without a well-formed
     * {@code traceparent} a new trace begins.
     */
    public Outcome ingest(ReceivedFile file, boolean force, String traceparent)
            throws UnreadableArticleException, IOException {
        turns.take();
        Timer.Sample sample = Timer.start(meters);
        try (TraceSpan step = tracing.begin("article", traceparent)) {
            return counted(file, force, step);
        } finally {
            sample.stop(timer);
            turns.release();
        }
    }

    /** The same for the stored file of an article; empty where it was not kept. */
    Optional<Outcome> ingestAgain(LedgerEntry reading, boolean force, String traceparent)
            throws UnreadableArticleException, IOException {
        Optional<InputStream> stored = line.stored(reading);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream bytes = stored.get();
                ReceivedFile file = receive(bytes)) {
            return Optional.of(ingest(file, force, traceparent));
        }
    }

    private Outcome counted(ReceivedFile file, boolean force, TraceSpan step)
            throws UnreadableArticleException, IOException {
        try {
            Outcome outcome = line.ingest(file, force, step.traceparent());
            count(outcome.unchanged() ? "unchanged" : "read");
            meters.counter("citestream.ingest.statements").increment(outcome.unchanged() ? 0 : outcome.statements());
            step.with("citestream.publication", outcome.publication())
                    .with("citestream.revision", outcome.revision())
                    .with("citestream.statements", outcome.statements());
            LOG.infof(
                    "%s revision %d: %s",
                    outcome.publication(),
                    outcome.revision(),
                    outcome.unchanged() ? "unchanged" : outcome.statements() + " statements published");
            return outcome;
        } catch (UnreadableArticleException refused) {
            count("rejected");
            step.failed(refused);
            throw refused;
        } catch (IOException | RuntimeException failed) {
            count("failed");
            step.failed(failed);
            throw failed;
        }
    }

    /** What would be extracted, as a line of JSON; nothing is published. */
    public byte[] preview(ReceivedFile file, String name) throws UnreadableArticleException, IOException {
        turns.take();
        try {
            return line.preview(file, name);
        } finally {
            turns.release();
        }
    }

    private void count(String result) {
        meters.counter("citestream.ingest.articles", "result", result).increment();
    }
}
