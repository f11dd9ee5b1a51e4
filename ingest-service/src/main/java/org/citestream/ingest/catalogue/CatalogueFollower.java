package org.citestream.ingest.catalogue;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.citestream.ingest.fact.AliasFound;
import org.citestream.ingest.fact.Fact;
import org.citestream.ingest.publish.LoopOrders;
import org.citestream.ingest.publish.OutgoingRecord;
import org.citestream.ingest.publish.PublishException;
import org.citestream.ingest.publish.Publisher;
import org.citestream.ingest.publish.TopicPlan;
import org.citestream.kit.deadletter.Category;
import org.citestream.kit.deadletter.DeadLetter;
import org.citestream.kit.deadletter.DeadLetters;
import org.citestream.kit.deadletter.Origins;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Backoff;
import org.citestream.kit.trace.TraceSpan;
import org.citestream.kit.trace.Tracing;
import org.jboss.logging.Logger;

/**
 * One consumer and its position. Offsets are stored with the rows; the group's own are committed only for tools that
 * show lag. For the loop's thread only, except {@link #wakeUp()}.
 */
@Dependent
class CatalogueFollower implements AutoCloseable, ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(CatalogueFollower.class);
    /** Maximum time between two commits of the group's offsets while there is something to read. */
    private static final Duration LATEST_SHOWN = Duration.ofSeconds(1);

    private final CatalogueTransaction transaction;
    private final Publisher publisher;
    private final DeadLetters deadLetters;
    private final Origins origins;
    private final CatalogueSettings settings;
    private final CatalogueState state;
    private final MeterRegistry meters;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Set<TopicPartition> fresh = new HashSet<>();
    /** Positions not yet committed to the group. */
    private final Map<TopicPartition, Long> unshown = new HashMap<>();

    private long shown = System.nanoTime();
    private final LoopOrders orders;
    private final Tracing tracing;
    /** Hears of every alias that is in the log now. */
    private final Event<AliasFound> aliases;

    private Map<TopicPartition, Long> goal;
    private boolean standing;
    private AliasNews unpublished;

    CatalogueFollower(
            KafkaClients clients,
            TopicPlan plan,
            CatalogueTransaction transaction,
            Publisher publisher,
            DeadLetters deadLetters,
            CatalogueSettings settings,
            CatalogueState state,
            MeterRegistry meters,
            LoopOrders orders,
            Tracing tracing,
            Event<AliasFound> aliases) {
        this.aliases = aliases;
        this.orders = orders;
        this.tracing = tracing;
        this.transaction = transaction;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.origins = plan.origins();
        this.settings = settings;
        this.state = state;
        this.meters = meters;
        int session = Math.toIntExact(settings.sessionTimeout().toMillis());
        this.consumer = clients.groupConsumer(
                TopicPlan.CATALOGUE_GROUP,
                Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchRecords(),
                        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                                Math.toIntExact(settings.maxPollInterval().toMillis()),
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, Math.max(1, session / 4),
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                                CooperativeStickyAssignor.class.getName()));
        consumer.subscribe(List.of(plan.of(Fact.Stream.PUBLICATIONS).name(), plan.redrive()), this);
    }

    /**
     * Reads once, writes what came, and returns; retries in place for as long as the database or the broker is
     * unavailable.
     */
    void step() {
        if (unpublished == null) {
            insist(() -> unpublished = transaction.pending());
        }
        if (orders.isPaused(TopicPlan.CATALOGUE_GROUP)) {
            standStill();
            return;
        }
        if (standing) {
            goOn();
        }
        Batch batch = Batch.of(consumer.poll(settings.pollTimeout()));
        if (!fresh.isEmpty()) {
            insist(this::takePositions);
        }
        if (!batch.next().isEmpty()) {
            insist(() -> apply(batch));
        }
        if (batch.next().isEmpty() || System.nanoTime() - shown > LATEST_SHOWN.toNanos()) {
            showPositions();
        }
        if (!unpublished.isEmpty()) {
            insist(this::publishAliases);
        }
        if (batch.next().isEmpty() && state.isCaughtUp() && state.takeIdsChanged()) {
            insist(this::letStaleIdsGo);
        }
        noteProgress();
    }

    /** Stays in the group without reading; partitions assigned meanwhile are positioned when it resumes. */
    private void standStill() {
        standing = true;
        consumer.pause(consumer.assignment());
        consumer.poll(settings.pollTimeout());
        consumer.pause(consumer.assignment());
    }

    private void goOn() {
        standing = false;
        consumer.resume(consumer.paused());
        consumer.pause(fresh);
    }

    private void apply(Batch batch) throws SQLException {
        park(batch.undecodable());
        takeBack(batch.unmade());
        try {
            AliasNews news = transaction.apply(batch, positions);
            positions.putAll(batch.next());
            meters.counter("citestream.catalogue.records")
                    .increment(batch.entries().size());
            meters.counter("citestream.catalogue.aliases")
                    .increment(news.found().size());
            unpublished = unpublished.and(news);
            unshown.putAll(batch.next());
        } catch (FencedException moved) {
            LOG.infof("taking up the stored offsets: %s", moved.getMessage());
            fresh.addAll(consumer.assignment());
            takePositions();
        }
    }

    /** Commits this loop's position to the group, for tools that show lag; each call costs the broker a commit. */
    private void showPositions() {
        shown = System.nanoTime();
        unshown.keySet().retainAll(consumer.assignment());
        if (!unshown.isEmpty()) {
            var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
            unshown.forEach((partition, next) -> offsets.put(partition, new OffsetAndMetadata(next)));
            consumer.commitAsync(offsets, null);
            unshown.clear();
        }
    }

    private void park(List<Batch.Undecodable> undecodable) {
        try {
            deadLetters.park(undecodable.stream().map(this::letter).toList());
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        } catch (KafkaException refused) {
            throw new PublishException("A dead letter was not acknowledged: " + refused.getMessage(), refused);
        }
    }

    private DeadLetter letter(Batch.Undecodable letter) {
        LOG.warnf(
                "parked %s-%d@%d: %s",
                letter.record().topic(),
                letter.record().partition(),
                letter.record().offset(),
                letter.why().getMessage());
        meters.counter("citestream.catalogue.parked", "category", Category.UNDECODABLE.wireName())
                .increment();
        return DeadLetter.of(letter.record(), origins.of(letter.record()), Category.UNDECODABLE, letter.why());
    }

    /** Before the batch is finished, so that none is forgotten; publishing it twice is harmless. */
    private void takeBack(List<OutgoingRecord> unmade) {
        publish("stems", unmade);
    }

    private void publishAliases() {
        try (TraceSpan step = tracing.begin("aliases", null)) {
            publisher.publish(unpublished.records(), step.traceparent());
        }
        unpublished.found().forEach(aliases::fireAsync);
        unpublished = AliasNews.NONE;
    }

    /** Only when the catalogue has read what the readings published; doing it twice is harmless. */
    private void letStaleIdsGo() throws SQLException {
        publish(
                "alias-back",
                transaction.leading().stream().map(AliasNews::takeBack).toList());
        List<StaleId> stale = transaction.staleIds();
        if (stale.isEmpty()) {
            return;
        }
        publish(
                "stale-ids",
                stale.stream().flatMap(one -> one.records().stream()).toList());
        publish(
                "stale-ids",
                transaction.forget(stale).stream()
                        .flatMap(one -> one.undone().stream())
                        .toList());
        LOG.infof("%d ids made of titles are gone: no reading makes them any more", stale.size());
        state.idsChanged();
    }

    private void publish(String what, List<OutgoingRecord> records) {
        if (!records.isEmpty()) {
            try (TraceSpan step = tracing.begin(what, null)) {
                publisher.publish(records, step.traceparent());
            }
        }
    }

    private void takePositions() throws SQLException {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(fresh);
        Map<TopicPartition, Long> stored = transaction.offsets(beginnings);
        Map<TopicPartition, Long> ends = consumer.endOffsets(fresh);
        if (goal == null) {
            goal = ends;
        }
        for (Map.Entry<TopicPartition, Long> read : stored.entrySet()) {
            long end = ends.get(read.getKey());
            if (read.getValue() > end) {
                LOG.errorf(
                        "%s was read up to offset %d and ends at %d now: the broker has lost records; what is known stays,"
                                + " and reading goes on at the end",
                        read.getKey(), read.getValue(), end);
                transaction.goBack(read.getKey(), read.getValue(), end);
                read.setValue(end);
            }
        }
        stored.forEach(consumer::seek);
        positions.putAll(stored);
        consumer.resume(fresh);
        fresh.clear();
    }

    private void noteProgress() {
        if (!state.isCaughtUp() && goal != null) {
            boolean all = goal.entrySet().stream()
                    .filter(end -> consumer.assignment().contains(end.getKey()))
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            if (all) {
                state.caughtUp();
            }
        }
    }

    /** Retries until it succeeds, polling during the pauses so that the group keeps this member. */
    private void insist(DatabaseCall attempt) {
        Backoff backoff = new Backoff(settings.backoff(), settings.longestBackoff());
        while (true) {
            try {
                attempt.make();
                if (state.isHolding()) {
                    state.holding(false);
                    consumer.resume(consumer.paused());
                    consumer.pause(fresh);
                }
                return;
            } catch (SQLException | PublishException | RetriableException away) {
                Duration pause = backoff.next();
                LOG.warnf("waiting %s: %s", pause, away.getMessage());
                state.holding(true);
                consumer.pause(consumer.assignment());
                consumer.poll(pause);
                consumer.pause(consumer.assignment());
            }
        }
    }

    @FunctionalInterface
    private interface DatabaseCall {
        void make() throws SQLException;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // The true positions are in the database, which may be unavailable: nothing is read until they are known.
        partitions.forEach(partition -> consumer.seek(partition, 0));
        consumer.pause(partitions);
        fresh.addAll(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        fresh.removeAll(partitions);
        positions.keySet().removeAll(partitions);
    }

    /** Ends the wait for records; the only call that another thread may make. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        showPositions();
        consumer.close();
    }
}
