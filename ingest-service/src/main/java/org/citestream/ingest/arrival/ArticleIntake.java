package org.citestream.ingest.arrival;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.citestream.ingest.ArticleReader;
import org.citestream.ingest.IngestLine;
import org.citestream.ingest.LimitSettings;
import org.citestream.ingest.Outcome;
import org.citestream.ingest.arrival.pdf.PdfConverter;
import org.citestream.ingest.file.FileSettings;
import org.citestream.ingest.file.ReceivedFile;
import org.citestream.ingest.parse.UnreadableArticleException;
import org.citestream.kit.trace.TraceSpan;
import org.citestream.kit.trace.Tracing;
import org.jboss.logging.Logger;

/** What all entry points share: the size limit, the limit on concurrent articles, and metrics. Thread-safe. */
@ApplicationScoped
public class ArticleIntake {
    private static final Logger LOG = Logger.getLogger(ArticleIntake.class);

    private final IngestLine line;
    private final ArticleReader reader;
    private final ArrivalSettings settings;
    private final FileSettings files;
    private final LimitSettings limits;
    private final MemoryBudget memory;
    private final DiskSpace disk;
    private final PdfConverter pdfs;
    private final Tracing tracing;
    private final MeterRegistry meters;
    private final Timer timer;
    private final Semaphore turns;

    public ArticleIntake(
            IngestLine line,
            ArticleReader reader,
            ArrivalSettings settings,
            FileSettings files,
            LimitSettings limits,
            MemoryBudget memory,
            DiskSpace disk,
            PdfConverter pdfs,
            Tracing tracing,
            MeterRegistry meters) {
        this.line = line;
        this.reader = reader;
        this.settings = settings;
        this.files = files;
        this.limits = limits;
        this.memory = memory;
        this.disk = disk;
        this.pdfs = pdfs;
        this.tracing = tracing;
        this.meters = meters;
        this.timer = Timer.builder("citestream.ingest.article")
                .description("from the last byte of an article to the last acknowledgement")
                .publishPercentileHistogram()
                .register(meters);
        this.turns = new Semaphore(settings.parallel(), true);
    }

    /**
     * Takes in the bytes of one article, plain or gzipped, without reading them; a PDF becomes TEI where GROBID is
     * configured.
     */
    public ReceivedFile receive(InputStream bytes) throws IOException {
        ReceivedFile file = keep(bytes);
        if (!file.looksLikePdf()) {
            return file;
        }
        try (file) {
            return keep(new ByteArrayInputStream(pdfs.toTei(file)));
        }
    }

    private ReceivedFile keep(InputStream bytes) throws IOException {
        disk.check();
        int inMemory = Math.toIntExact(files.inMemoryBytes().asLongValue());
        boolean room = memory.take(inMemory);
        long kept = 0;
        try {
            ReceivedFile file =
                    ReceivedFile.receive(bytes, limits.articleBytes().asLongValue(), room ? inMemory : 0);
            kept = file.memoryBytes();
            long held = kept;
            return file.onClose(() -> memory.giveBack(held));
        } finally {
            // While it was being read it could have grown to the limit; from now on it counts for its actual size.
            memory.giveBack(room ? inMemory - kept : -kept);
        }
    }

    /**
     * Like {@link IngestLine#ingest}, but limited in concurrency, counted and traced; without a well-formed
     * {@code traceparent} a new trace begins.
     */
    public Outcome ingest(ReceivedFile file, boolean force, String traceparent)
            throws UnreadableArticleException, IOException {
        await();
        Timer.Sample sample = Timer.start(meters);
        try (TraceSpan step = tracing.begin("article", traceparent)) {
            return counted(file, force, step);
        } finally {
            sample.stop(timer);
            turns.release();
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
        await();
        try {
            return reader.preview(file, name);
        } finally {
            turns.release();
        }
    }

    private void count(String result) {
        meters.counter("citestream.ingest.articles", "result", result).increment();
    }

    private void await() {
        try {
            if (!turns.tryAcquire(settings.turnTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException(settings.parallel()
                        + " articles are being read and no turn came; the limit is citestream.articles.parallel.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BusyException("The service is stopping.");
        }
    }
}
