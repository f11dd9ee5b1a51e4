package org.citestream.query.ops.survey;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.ops.cluster.Cluster;
import org.citestream.query.ops.cluster.ClusterReader;
import org.citestream.query.ops.cluster.CommitJournal;
import org.citestream.query.ops.cluster.DetailsReader;
import org.citestream.query.ops.cluster.RecordTimes;
import org.citestream.query.ops.cluster.TopicDetails;
import org.citestream.query.ops.flow.FlowTracker;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.group.GroupTracker;
import org.citestream.query.ops.topic.TopicTracker;
import org.citestream.query.project.Projection;
import org.jboss.logging.Logger;

/**
 * Surveys broker and database every few seconds on its own thread, so that pages answer at once however many topics,
 * groups and readers there are; less often while nobody asks. {@link #last()}, {@link #watch} and {@link #onReading} may be
 * called by any thread.
 */
@ApplicationScoped
public class Survey {

    private static final Logger LOG = Logger.getLogger(Survey.class);
    private static final int JOURNAL_RECORDS = 5_000;
    private static final int FETCHED_BYTES = 64 * 1024;

    /** How long after a question another is expected. */
    private static final Duration WATCHED = Duration.ofSeconds(30);

    private final OpsSettings settings;
    private final KafkaClients clients;
    private final ViewProgressReader line;
    private final ClientMetrics clientMetrics;
    private final TopicTracker topics;
    private final GroupTracker groups;
    private final FlowTracker flow;
    private final List<Consumer<SurveyResult>> listeners = new CopyOnWriteArrayList<>();
    private final Loop loop = Loop.named("citestream-ops-survey")
            .daemon()
            .retrying(failure -> false)
            .onFailure(this::stopped)
            .of(new SurveyTurn());
    private volatile SurveyResult last = SurveyResult.NONE;
    private volatile long asked = System.nanoTime() - WATCHED.toNanos();
    private Map<String, TopicDetails> details = Map.of();
    private long detailsAt;

    Survey(
            OpsSettings settings,
            KafkaClients clients,
            ViewProgressReader line,
            ClientMetrics clientMetrics,
            MeterRegistry meters) {
        this.settings = settings;
        this.clients = clients;
        this.line = line;
        this.clientMetrics = clientMetrics;
        this.topics = new TopicTracker(settings.history(), settings.charts());
        this.groups = new GroupTracker(settings.window(), settings.history(), settings.charts());
        this.flow = new FlowTracker(meters, settings.history());
    }

    void start(@Observes StartupEvent event) {
        if (settings.enabled()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** The result of the last survey. If nobody has asked for a while it may be some seconds old, and the next comes at once. */
    public SurveyResult last() {
        boolean first = !isWatched();
        asked = System.nanoTime();
        if (first) {
            loop.wake();
        }
        return last;
    }

    /** The group of that name, as the last look saw it. */
    public Optional<GroupRow> group(String name) {
        return last().groups().stream().filter(row -> row.group().equals(name)).findFirst();
    }

    /** Records of the topic with an odd time that any service has read since it started. */
    public OddTimes oddTimes(String topic) {
        return clientMetrics.oddTimes(topic);
    }

    /** Calls back after every survey, on the survey's thread, so it must be quick. */
    void onReading(Consumer<SurveyResult> listener) {
        listeners.add(listener);
    }

    /** The same for a reader; while there is one, surveys come as often as pages refresh. Run the result to unsubscribe. */
    Runnable watch(Consumer<SurveyResult> reader) {
        Consumer<SurveyResult> watching = seen -> {
            asked = System.nanoTime();
            reader.accept(seen);
        };
        listeners.add(watching);
        return () -> listeners.remove(watching);
    }

    private boolean isWatched() {
        return System.nanoTime() - asked < WATCHED.toNanos();
    }

    private void stopped(Throwable ours) {
        last = last.withTrouble("The survey has stopped: " + ours.getMessage() + "; restart the service");
    }

    private final class SurveyTurn implements Turn {

        private Admin admin;
        private CommitJournal journal;
        private RecordTimes times;
        private ClusterReader cluster;
        private DetailsReader detailsReader;

        @Override
        public Duration run() throws InterruptedException {
            if (admin == null) {
                admin = clients.admin();
                journal =
                        new CommitJournal(clients.reader("citestream.ops.commits", JOURNAL_RECORDS), settings.window());
                times = new RecordTimes(
                        // One record of each partition is wanted, not the megabyte behind it.
                        clients.reader(
                                "citestream.ops.times",
                                Map.of(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCHED_BYTES)),
                        Duration.ofSeconds(1));
                cluster = new ClusterReader(admin, settings.patience());
                detailsReader = new DetailsReader(admin, settings.patience());
            }
            last = look(cluster, detailsReader, journal, times);
            listeners.forEach(listener -> listener.accept(last));
            return isWatched() ? settings.every() : settings.unwatchedEvery();
        }

        @Override
        public void release() {
            if (admin != null) {
                times.close();
                journal.close();
                admin.close();
                admin = null;
            }
        }
    }

    private SurveyResult look(
            ClusterReader reader, DetailsReader detailsReader, CommitJournal journal, RecordTimes times)
            throws InterruptedException {
        long begin = System.nanoTime();
        try {
            ViewProgress stands = line.read();
            clientMetrics.refresh();
            journal.follow();
            Cluster cluster = reader.read();
            if (detailsAt == 0 || begin - detailsAt > settings.detailsEvery().toNanos()) {
                details = detailsReader.read(cluster);
                detailsAt = begin;
            }
            List<GroupRow> rows = groups.rows(
                    cluster,
                    new GroupTracker.Sources(
                            journal,
                            times,
                            settings.timeReads(),
                            Map.of(Projection.GROUP, stands.positions()),
                            clientMetrics::pollAge));
            return new SurveyResult(
                    last.number() + 1,
                    cluster.at(),
                    Duration.ofNanos(System.nanoTime() - begin),
                    flow.flow(cluster.at(), figures(cluster, stands), rows),
                    topics.rows(cluster, details, rows),
                    rows,
                    null);
        } catch (SQLException away) {
            return trouble("The database does not answer: " + away.getMessage());
        } catch (KafkaException | org.citestream.query.ops.cluster.ClusterUnavailableException away) {
            return trouble("The broker does not answer: " + away.getMessage());
        }
    }

    private SurveyResult trouble(String what) {
        LOG.debugf("Nothing seen: %s", what);
        return last.withTrouble(what);
    }

    private static FlowTracker.Figures figures(Cluster cluster, ViewProgress stands) {
        Map<String, Long> written = new HashMap<>();
        cluster.ranges().forEach((partition, range) -> written.merge(partition.topic(), range.end(), Long::sum));
        long projected = 0;
        for (Map.Entry<TopicPartition, Long> position : stands.positions().entrySet()) {
            projected += position.getKey().topic().equals(FlowTracker.CLASSIFIED) ? position.getValue() : 0;
        }
        return new FlowTracker.Figures(
                written.getOrDefault(FlowTracker.STATEMENTS, 0L),
                written.getOrDefault(FlowTracker.CLASSIFIED, 0L),
                projected,
                stands.changes(),
                stands.outbox(),
                stands.changes() - stands.published(),
                stands.newest(),
                stands.newestAt(),
                stands.newestRead());
    }
}
