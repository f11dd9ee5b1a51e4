package org.citestream.classify;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.citestream.classify.deadletter.DeadLetters;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Deciders;
import org.citestream.classify.intake.Backoff;
import org.citestream.classify.intake.CatchUp;
import org.citestream.classify.intake.LineSettings;
import org.citestream.classify.intake.PauseSwitch;
import org.citestream.classify.intake.RecordReader;
import org.citestream.classify.intake.Source;
import org.citestream.classify.intake.TopicSetup;
import org.citestream.classify.intake.TopicsFile;
import org.citestream.classify.publish.Publisher;
import org.citestream.classify.section.SectionTagger;
import org.citestream.classify.trace.ArticleTraces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that turns the line. Errors are sorted here and nowhere else: where the broker does not answer it waits
 * and tries again, nothing is lost; anything else is a bug or a lost log and stops the loop, which liveness shows.
 * {@link #start} and {@link #stop} may be called from any thread.
 */
public final class LineLoop {

    private static final Logger LOG = LoggerFactory.getLogger(LineLoop.class);

    /** Where the loop stands. */
    public enum State {
        STARTING,
        RUNNING,
        PAUSED,
        /** The broker does not answer. */
        RETRYING,
        STOPPED,
        FAILED
    }

    private final Map<String, Object> kafka;
    private final LineSettings settings;
    private final short replicationFactor;
    private final Classifier classifier;
    private final MeterRegistry registry;
    private final ArticleTraces traces;
    private final LineMetrics metrics;
    private final CatchUp catchUp = new CatchUp();
    private final Thread thread;
    private volatile State state = State.STARTING;
    private volatile String failure = "";
    private volatile boolean stopping;
    private final Backoff backoff;

    public LineLoop(
            Map<String, Object> kafka,
            LineSettings settings,
            short replicationFactor,
            Classifier classifier,
            MeterRegistry registry,
            ArticleTraces traces) {
        this.kafka = new HashMap<>(kafka);
        this.settings = settings;
        this.replicationFactor = replicationFactor;
        this.classifier = classifier;
        this.registry = registry;
        this.traces = traces;
        this.metrics = new LineMetrics(registry);
        this.backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff());
        this.thread = new Thread(this::run, "citestream-classify-line");
        registry.gauge("citestream.classify.paused", this, loop -> loop.state == State.PAUSED ? 1 : 0);
    }

    public void start() {
        thread.start();
    }

    /** Lets the batch in hand finish, up to the configured time. */
    public void stop() {
        stopping = true;
        try {
            thread.join(settings.drain().toMillis());
            if (thread.isAlive()) {
                LOG.warn("the batch in hand did not finish in {}; it will be done again", settings.drain());
                thread.interrupt();
                thread.join(1000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public State state() {
        return state;
    }

    /** Why the loop has failed; empty as long as it has not. */
    public String failure() {
        return failure;
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    public CatchUp catchUp() {
        return catchUp;
    }

    private void run() {
        try {
            ensureTopics();
            if (!stopping) {
                turn();
            }
            state = State.STOPPED;
        } catch (InterruptException e) {
            state = State.STOPPED;
        } catch (RuntimeException | Error e) {
            failure = String.valueOf(e.getMessage());
            state = State.FAILED;
            LOG.error("the loop of {} stops: {}", settings.group(), e.getMessage(), e);
        }
    }

    private void ensureTopics() {
        var topics = TopicsFile.read().of(settings.group(), settings.input(), settings.output(), settings.control());
        try (Admin admin = Admin.create(kafka)) {
            while (!stopping) {
                try {
                    TopicSetup.ensure(admin, topics, replicationFactor);
                    return;
                } catch (RetriableException e) {
                    sleep(retrying(e));
                }
            }
        }
    }

    private void turn() {
        try (var source = new Source(kafka, settings, catchUp);
                var publisher = new Publisher(kafka, settings.deliveryTimeout());
                var deciders = new Deciders(settings.threads());
                var pause = new PauseSwitch(kafka, settings.control(), settings.group());
                var consumerMetrics = new KafkaClientMetrics(source.client());
                var producerMetrics = new KafkaClientMetrics(publisher.client())) {
            List.of(consumerMetrics, producerMetrics).forEach(binder -> binder.bindTo(registry));
            var line = new ClassifyLine(
                    source,
                    new RecordReader(new SectionTagger()),
                    deciders,
                    classifier,
                    publisher,
                    new DeadLetters(settings.group(), settings.input()),
                    settings.output(),
                    metrics,
                    traces,
                    InstantSource.system());
            boolean controlRead = false;
            var pending = Duration.ZERO;
            while (!stopping) {
                try {
                    if (!pending.isZero()) {
                        Duration wait = pending;
                        pending = Duration.ZERO;
                        source.idle(wait);
                    }
                    if (!controlRead) {
                        pause.readAll();
                        controlRead = true;
                    }
                    turnOnce(line, source, pause);
                    backoff.reset();
                } catch (RetriableException e) {
                    pending = retrying(e);
                }
            }
        }
    }

    private void turnOnce(ClassifyLine line, Source source, PauseSwitch pause) {
        if (pause.isPaused()) {
            state = State.PAUSED;
            source.idle(Duration.ofMillis(200));
        } else {
            if (state == State.PAUSED && classifier instanceof LiveClassifier live) {
                // A promotion changes the model while the line waits.
                live.refresh();
            }
            state = State.RUNNING;
            line.turn();
        }
    }

    private Duration retrying(RetriableException cause) {
        Duration pause = backoff.next();
        state = State.RETRYING;
        metrics.retried();
        LOG.warn("the broker does not answer ({}); trying again in {}", cause.getMessage(), pause);
        return pause;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
