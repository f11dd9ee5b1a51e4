package org.citestream.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A client that gives articles to the line, and gives an article again when no answer or a server's error came, as any
 * careful client does. Runs in a thread of its own from {@link #start} on.
 */
final class Feed {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Line line;
    private final List<Sample> samples;
    private final Map<Sample, JsonNode> answers = new LinkedHashMap<>();
    private final Thread thread = new Thread(this::run, "acceptance-feed");
    private volatile Throwable failure;

    private Feed(Line line, List<Sample> samples) {
        this.line = line;
        this.samples = samples;
    }

    static Feed start(Line line, List<Sample> samples) {
        var feed = new Feed(line, samples);
        feed.thread.setDaemon(true);
        feed.thread.start();
        return feed;
    }

    /** Feeds all and returns when all is in the views. */
    static Feed whole(Line line, List<Sample> samples) {
        var feed = start(line, samples);
        feed.awaitVisible();
        return feed;
    }

    /** Waits until this many articles were accepted. */
    void awaitAccepted(int articles) {
        Awaitility.await(articles + " articles accepted")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> failure != null || accepted() >= articles);
        check();
    }

    /** Waits until all is accepted, and each article stands in the views as the answer to it said. */
    void awaitVisible() {
        awaitAccepted(samples.size());
        answers().values().forEach(answer -> Visible.await(line, answer));
    }

    /** What ingest answered last, by article, in the order given. */
    Map<Sample, JsonNode> answers() {
        synchronized (answers) {
            return new LinkedHashMap<>(answers);
        }
    }

    private int accepted() {
        synchronized (answers) {
            return answers.size();
        }
    }

    private void check() {
        if (failure != null) {
            throw new AssertionError("the feed ended: " + failure.getMessage(), failure);
        }
    }

    private void run() {
        try {
            for (Sample sample : samples) {
                JsonNode answer = give(sample);
                synchronized (answers) {
                    answers.put(sample, answer);
                }
            }
        } catch (RuntimeException | AssertionError e) {
            failure = e;
        }
    }

    private JsonNode give(Sample sample) {
        return Awaitility.await("an answer to " + sample.name())
                .atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> line.ingest().post("/articles", sample.xml()), answer -> answer.status() < 500)
                .ok();
    }
}
