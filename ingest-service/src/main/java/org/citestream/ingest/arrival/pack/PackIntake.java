package org.citestream.ingest.arrival.pack;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citestream.ingest.arrival.ArrivalSettings;
import org.citestream.ingest.arrival.ArticleIntake;
import org.citestream.ingest.arrival.BusyException;
import org.citestream.ingest.catalogue.CatalogueUnavailableException;
import org.citestream.ingest.file.ReceivedFile;
import org.citestream.ingest.file.StorageException;
import org.citestream.ingest.file.TooLargeException;
import org.citestream.ingest.parse.UnreadableArticleException;
import org.citestream.ingest.publish.PublishException;
import org.citestream.ingest.remote.RemoteUnavailableException;
import org.citestream.kit.loop.NamedThreads;
import org.jboss.logging.Logger;

/**
 * Takes in the articles of a package, several at once, and reports them in the order of the package. Thread-safe; a
 * client that is slow to read lines slows the intake down.
 */
@ApplicationScoped
public class PackIntake {
    private static final Logger LOG = Logger.getLogger(PackIntake.class);
    private static final String DISK_FULL = "disk-full";

    private final ArticleIntake intake;
    private final Unpacker unpacker;
    private final PackSettings settings;
    private final ExecutorService workers;

    public PackIntake(ArticleIntake intake, Unpacker unpacker, PackSettings settings, ArrivalSettings arrival) {
        this.intake = intake;
        this.unpacker = unpacker;
        this.settings = settings;
        this.workers = Executors.newFixedThreadPool(arrival.parallel(), new NamedThreads("citestream.archive-"));
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    /** Takes a line as soon as its article is acknowledged and all before it are. */
    @FunctionalInterface
    public interface LineSink {
        void take(PackLine line) throws IOException;
    }

    /**
     * Takes in all articles.
     *
     * @return false when it had to stop before the end; the last line says why
     * @throws IOException if a line could not be handed on
     */
    public boolean takeIn(String name, InputStream source, boolean force, String traceparent, LineSink lines)
            throws IOException {
        var waiting = new PendingArticles(lines);
        try {
            unpacker.unpack(name, source, (file, article) -> {
                waiting.makeRoom(settings.inFlight());
                waiting.add(start(file, article, force, traceparent));
            });
            waiting.makeRoom(1);
        } catch (StoppedException stopped) {
            waiting.abandon();
            return false;
        } catch (LineLostException lost) {
            waiting.abandon();
            throw lost;
        } catch (IOException broken) {
            if (!waiting.finish()) {
                return false;
            }
            lines.take(PackLine.failed(name, "unreadable-package", String.valueOf(broken.getMessage())));
            return false;
        }
        return true;
    }

    /** Takes in one article; a package is refused. */
    PackLine takeInAlone(String name, InputStream article, boolean force, String traceparent) throws IOException {
        return PendingArticles.await(start(name, article, force, traceparent));
    }

    private Future<PackLine> start(String file, InputStream article, boolean force, String traceparent)
            throws IOException {
        ReceivedFile arrived;
        try {
            arrived = intake.receive(article);
        } catch (TooLargeException tooLarge) {
            var why = new PackLine.Rejected("too-large", tooLarge.getMessage(), null, null);
            return CompletableFuture.completedFuture(PackLine.rejected(file, why));
        } catch (ClientErrorException noText) {
            // A PDF that nobody can read here.
            var why = new PackLine.Rejected("unreadable-pdf", noText.getMessage(), null, null);
            return CompletableFuture.completedFuture(PackLine.rejected(file, why));
        } catch (RemoteUnavailableException away) {
            return CompletableFuture.completedFuture(PackLine.failed(file, "remote-away", away.getMessage()));
        } catch (StorageException full) {
            return CompletableFuture.completedFuture(PackLine.failed(file, DISK_FULL, full.getMessage()));
        }
        return workers.submit(() -> takeIn(file, arrived, force, traceparent));
    }

    private PackLine takeIn(String file, ReceivedFile article, boolean force, String traceparent) throws IOException {
        try (article) {
            return PackLine.in(file, intake.ingest(article, force, traceparent));
        } catch (UnreadableArticleException refused) {
            return PackLine.rejected(
                    file,
                    new PackLine.Rejected(
                            refused.reason().wireName(),
                            refused.getMessage(),
                            refused.line() < 1 ? null : refused.line(),
                            refused.column() < 1 ? null : refused.column()));
        } catch (PublishException away) {
            return PackLine.failed(file, "broker-away", away.getMessage());
        } catch (CatalogueUnavailableException away) {
            return PackLine.failed(file, "database-away", away.getMessage());
        } catch (BusyException busy) {
            return PackLine.failed(file, "busy", busy.getMessage());
        } catch (StorageException full) {
            return PackLine.failed(file, DISK_FULL, full.getMessage());
        } catch (IOException | RuntimeException bug) {
            LOG.errorf(bug, "%s could not be taken in", file);
            return PackLine.failed(file, "internal", String.valueOf(bug.getMessage()));
        }
    }

    /** An article could not be ingested now; the same would happen to the rest. */
    private static final class StoppedException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Nobody reads the lines any more. */
    private static final class LineLostException extends IOException {
        private static final long serialVersionUID = 1L;

        LineLostException(IOException cause) {
            super(cause);
        }
    }

    /** Articles in progress, in the order of the package. For one thread. */
    private static final class PendingArticles {
        private final Queue<Future<PackLine>> articles = new ArrayDeque<>();
        private final LineSink lines;

        PendingArticles(LineSink lines) {
            this.lines = lines;
        }

        void add(Future<PackLine> article) {
            articles.add(article);
        }

        void makeRoom(int most) throws IOException {
            while (articles.size() >= most) {
                report();
            }
        }

        boolean finish() throws IOException {
            try {
                makeRoom(1);
                return true;
            } catch (StoppedException stopped) {
                abandon();
                return false;
            }
        }

        /** Articles in progress finish by themselves, each with its own file; their results are not reported. */
        void abandon() {
            articles.clear();
        }

        private void report() throws IOException {
            PackLine line = await(articles.remove());
            try {
                lines.take(line);
            } catch (IOException gone) {
                throw new LineLostException(gone);
            }
            if (line.failed() != null) {
                throw new StoppedException();
            }
        }

        private static PackLine await(Future<PackLine> article) throws IOException {
            try {
                return article.get();
            } catch (ExecutionException bug) {
                throw new IllegalStateException(bug.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the service is stopping");
            }
        }
    }
}
