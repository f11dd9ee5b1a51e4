package org.citestream.classify;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.RetriableException;
import org.citestream.classify.decide.BatchClassifier;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.intake.CatchUp;
import org.citestream.classify.intake.LineSettings;
import org.citestream.classify.intake.LineTopics;
import org.citestream.classify.intake.RecordReader;
import org.citestream.classify.intake.StatementSource;
import org.citestream.classify.publish.Publisher;
import org.citestream.classify.section.SectionTagger;
import org.citestream.classify.trace.ArticleTraces;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.jboss.logging.Logger;

/**
 * The thread that runs the line. If the broker does not answer, it retries and nothing is lost; any other failure is a
 * bug or a truncated log and stops the loop, which liveness reports. {@link #start} and {@link #stop} may be called
 * from any thread.
 */
public final class LineLoop {

    private static final Logger LOG = Logger.getLogger(LineLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** The state of the loop. */
    public enum LoopState {
        STARTING,
        RUNNING,
        PAUSED,
        /** The broker does not answer. */
        RETRYING,
        STOPPED,
        FAILED
    }

    private final KafkaClients clients;
    private final LineSettings settings;
    private final LineTopics topics;
    private final short replicationFactor;
    private final Classifier classifier;
    private final ArticleTraces traces;
    private final LineMetrics metrics;
    private final CatchUp catchUp = new CatchUp();
    private final Loop loop;
    private volatile boolean paused;

    public LineLoop(
            KafkaClients clients,
            LineSettings settings,
            short replicationFactor,
            Classifier classifier,
            MeterRegistry registry,
            ArticleTraces traces) {
        this.clients = clients;
        this.settings = settings;
        this.topics = LineTopics.of(settings);
        this.replicationFactor = replicationFactor;
        this.classifier = classifier;
        this.traces = traces;
        this.metrics = new LineMetrics(registry);
        this.loop = Loop.named("citestream-classify-line")
                .backoff(settings.firstBackoff(), settings.longestBackoff())
                .retrying(RetriableException.class::isInstance)
                .onRetry(away -> metrics.retried())
                .drain(settings.drain())
                .of(new LineTurn());
        registry.gauge("citestream.classify.paused", this, line -> line.state() == LoopState.PAUSED ? 1 : 0);
    }

    public void start() {
        loop.start();
    }

    /** Lets the current batch finish, up to the configured time. */
    public void stop() {
        loop.stop();
    }

    public LoopState state() {
        Loop.State said = loop.state();
        return paused && said == Loop.State.RUNNING ? LoopState.PAUSED : LoopState.valueOf(said.name());
    }

    /** Why the loop failed; empty unless it did. */
    public String failure() {
        return loop.state() == Loop.State.FAILED ? loop.trouble() : "";
    }

    public boolean isAlive() {
        return loop.isAlive();
    }

    public CatchUp catchUp() {
        return catchUp;
    }

    /** Opens its resources in its first turn, and stays in the group while it waits. */
    private final class LineTurn implements Turn {

        private final List<AutoCloseable> opened = new ArrayList<>();
        private boolean topicsInOrder;
        private boolean ordersRead;
        private StatementSource source;
        private PauseOrders orders;
        private ClassifyLine line;

        @Override
        public Duration run() throws InterruptedException {
            if (!topicsInOrder) {
                ensureTopics();
            }
            if (line == null) {
                open();
            }
            if (!ordersRead) {
                orders.readAll();
                ordersRead = true;
            }
            orders.follow(Duration.ZERO);
            orders.rewind(settings.group()).ifPresent(since -> {
                source.rewind(since);
                orders.rewound(settings.group());
            });
            if (orders.isPaused(settings.group())) {
                paused = true;
                source.idle(PAUSE);
            } else {
                goOn();
                line.turn();
            }
            return AT_ONCE;
        }

        private void ensureTopics() throws InterruptedException {
            clients.ensure(topics.all(), replicationFactor);
            topicsInOrder = true;
        }

        private void open() {
            source = opened(new StatementSource(clients, settings, catchUp));
            orders = opened(new PauseOrders(clients.soleConsumer(settings.group() + ".control"), settings.control()));
            line = new ClassifyLine(
                    source,
                    new RecordReader(new SectionTagger()),
                    opened(new BatchClassifier(settings.threads())),
                    classifier,
                    opened(new Publisher(clients, settings.deliveryTimeout())),
                    topics,
                    metrics,
                    traces,
                    settings.encoderPerArticle());
        }

        private <T extends AutoCloseable> T opened(T resource) {
            opened.add(resource);
            return resource;
        }

        private void goOn() {
            if (paused && classifier instanceof LiveClassifier live) {
                // A promotion changes the model while the line waits.
                live.refresh();
            }
            paused = false;
        }

        @Override
        public boolean rest(Duration pause) {
            if (line == null) {
                return false;
            }
            source.idle(pause);
            return true;
        }

        @Override
        public void release() {
            for (AutoCloseable resource : opened) {
                try {
                    resource.close();
                } catch (Exception late) {
                    LOG.warnf("not closed in order: %s", late.getMessage());
                }
            }
            opened.clear();
            line = null;
        }
    }
}
