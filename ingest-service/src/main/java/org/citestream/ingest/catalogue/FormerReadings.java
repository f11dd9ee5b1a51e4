package org.citestream.ingest.catalogue;

import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citestream.ingest.fact.Fact;
import org.citestream.ingest.fact.FactJson;
import org.citestream.ingest.fact.ReferencesListed;
import org.citestream.ingest.publish.TopicPlan;
import org.citestream.kit.kafka.HeaderText;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.jboss.logging.Logger;

/**
 * Reads the whole log once, after an upgrade, for the ids that readings from before {@link ReferenceIds} made. Until it is
 * done no id is taken back. On a thread of its own that ends with its work.
 */
@ApplicationScoped
class FormerReadings {
    private static final Logger LOG = Logger.getLogger(FormerReadings.class);
    private static final String NAME = "citestream.ingest.former-readings";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final ObjectReader LIST = FactJson.mapper().readerFor(ReferencesListed.class);

    private final KafkaClients clients;
    private final TopicPlan plan;
    private final ReferenceIds ids;
    private final CatalogueSettings settings;
    private final Loop loop = Loop.named(NAME).daemon().drain(Duration.ZERO).of(this::noteAll);

    FormerReadings(KafkaClients clients, TopicPlan plan, ReferenceIds ids, CatalogueSettings settings) {
        this.clients = clients;
        this.plan = plan;
        this.ids = ids;
        this.settings = settings;
    }

    /** Once the topics exist. */
    void begin() {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    Duration noteAll() {
        if (ids.lacksFormerReadings()) {
            try (Consumer<byte[], byte[]> consumer = clients.reader(NAME, settings.batchRecords())) {
                read(consumer);
            }
            ids.formerReadingsAreNoted();
        }
        return Turn.END;
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        String topic = plan.of(Fact.Stream.STATEMENTS).name();
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        LOG.infof("reading %s once for the ids that earlier readings made", topic);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ids.noteFormer(StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
                    .flatMap(FormerReadings::listed)
                    .toList());
        }
    }

    private static Stream<ReferenceIds.Listed> listed(ConsumerRecord<byte[], byte[]> record) {
        if (!HeaderText.of(record, "type").orElse("").equals(ReferencesListed.class.getSimpleName())) {
            return Stream.empty();
        }
        try {
            ReferencesListed list = LIST.readValue(record.value());
            return list.references().stream()
                    .filter(entry -> entry.cited().startsWith("ref:"))
                    .map(entry -> new ReferenceIds.Listed(entry.cited(), list.citing(), entry.key(), list.revision()));
        } catch (IOException | RuntimeException broken) {
            LOG.warnf(
                    "left out %s-%d@%d: %s", record.topic(), record.partition(), record.offset(), broken.getMessage());
            return Stream.empty();
        }
    }
}
