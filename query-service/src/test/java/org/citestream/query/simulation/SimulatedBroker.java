package org.citestream.query.simulation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.Utils;
import org.citestream.kit.kafka.KafkaClients;

/**
 * A broker in memory that keeps what it acknowledged. Who reads which partition is told at the next poll, not before: a
 * member that has lost a partition goes on with it until then, as one that was cut off does. For one thread at a time.
 */
final class SimulatedBroker {

    private final Scheduler scheduler;
    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> log =
            new TreeMap<>(java.util.Comparator.comparing(TopicPartition::toString));
    private final Map<String, Set<TopicPartition>> assigned = new HashMap<>();

    SimulatedBroker(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void topic(String name, int partitions) {
        for (int partition = 0; partition < partitions; partition++) {
            log.put(new TopicPartition(name, partition), new ArrayList<>());
        }
    }

    List<ConsumerRecord<byte[], byte[]>> records(TopicPartition partition) {
        return log.get(partition);
    }

    List<TopicPartition> partitions(String topic) {
        return log.keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .toList();
    }

    Set<TopicPartition> all() {
        return log.keySet();
    }

    /** Gives each member its partitions. */
    void assign(Map<String, Set<TopicPartition>> members) {
        assigned.clear();
        assigned.putAll(members);
    }

    long append(TopicPartition partition, byte[] key, byte[] value, RecordHeaders headers) {
        List<ConsumerRecord<byte[], byte[]>> records = log.get(partition);
        long offset = records.size();
        records.add(new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                0,
                TimestampType.CREATE_TIME,
                key == null ? -1 : key.length,
                value == null ? -1 : value.length,
                key,
                value,
                headers,
                java.util.Optional.empty()));
        return offset;
    }

    /** The clients of one process. */
    KafkaClients clients(String member) {
        return new Clients(member);
    }

    private final class Clients extends KafkaClients {

        private final String member;

        private Clients(String member) {
            super(Map.of(), new SimpleMeterRegistry());
            this.member = member;
        }

        @Override
        public Consumer<byte[], byte[]> groupConsumer(String group, Map<String, Object> special) {
            return consumer(new Reading(member, (Integer) special.get(ConsumerConfig.MAX_POLL_RECORDS_CONFIG)));
        }

        @Override
        public Consumer<byte[], byte[]> soleConsumer(String name) {
            return consumer(new Reading(null, 1000));
        }

        @Override
        public Consumer<byte[], byte[]> reader(String name, int records) {
            return consumer(new Reading(null, records));
        }

        @Override
        @SuppressWarnings("unchecked")
        public Producer<byte[], byte[]> producer(String name) {
            return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                    Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, new Writing());
        }

        @SuppressWarnings("unchecked")
        private Consumer<byte[], byte[]> consumer(Reading reading) {
            return (Consumer<byte[], byte[]>)
                    Proxy.newProxyInstance(Consumer.class.getClassLoader(), new Class<?>[] {Consumer.class}, reading);
        }
    }

    /** A consumer, of the group if it is a member. */
    private final class Reading implements InvocationHandler {

        private final String member;
        private final int most;
        private final Map<TopicPartition, Long> positions = new LinkedHashMap<>();
        private final Set<TopicPartition> paused = new HashSet<>();
        private ConsumerRebalanceListener listener;

        private Reading(String member, int most) {
            this.member = member;
            this.most = most;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "subscribe" -> {
                    listener = (ConsumerRebalanceListener) arguments[1];
                    yield null;
                }
                case "assign" -> {
                    positions.clear();
                    ((Collection<TopicPartition>) arguments[0]).forEach(partition -> positions.put(partition, 0L));
                    yield null;
                }
                case "assignment" -> new LinkedHashSet<>(positions.keySet());
                case "pause" -> {
                    paused.addAll((Collection<TopicPartition>) arguments[0]);
                    yield null;
                }
                case "resume" -> {
                    paused.removeAll((Collection<TopicPartition>) arguments[0]);
                    yield null;
                }
                case "seek" -> {
                    positions.put((TopicPartition) arguments[0], (Long) arguments[1]);
                    yield null;
                }
                case "seekToBeginning" -> {
                    ((Collection<TopicPartition>) arguments[0]).forEach(partition -> positions.put(partition, 0L));
                    yield null;
                }
                case "position" -> positions.get(arguments[0]);
                case "beginningOffsets" -> offsets((Collection<TopicPartition>) arguments[0], false);
                case "endOffsets" -> offsets((Collection<TopicPartition>) arguments[0], true);
                case "partitionsFor" ->
                    partitions((String) arguments[0]).stream()
                            .map(partition ->
                                    new PartitionInfo(partition.topic(), partition.partition(), null, null, null))
                            .toList();
                case "poll" -> poll();
                case "commitAsync", "close", "wakeup" -> null;
                default -> throw new UnsupportedOperationException(method.getName());
            };
        }

        private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, boolean end) {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            partitions.forEach(partition ->
                    offsets.put(partition, end ? (long) log.get(partition).size() : 0L));
            return offsets;
        }

        private ConsumerRecords<byte[], byte[]> poll() {
            scheduler.at("polls", false);
            if (listener != null) {
                join();
            }
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> found = new LinkedHashMap<>();
            int left = most;
            for (Map.Entry<TopicPartition, Long> position : positions.entrySet()) {
                List<ConsumerRecord<byte[], byte[]>> all = log.get(position.getKey());
                if (!paused.contains(position.getKey()) && position.getValue() < all.size() && left > 0) {
                    int from = position.getValue().intValue();
                    int to = Math.min(all.size(), from + left);
                    found.put(position.getKey(), List.copyOf(all.subList(from, to)));
                    position.setValue((long) to);
                    left -= to - from;
                }
            }
            return new ConsumerRecords<>(found, Map.of());
        }

        private void join() {
            Set<TopicPartition> mine = assigned.getOrDefault(member, Set.of());
            Set<TopicPartition> gone = byName(positions.keySet());
            gone.removeAll(mine);
            Set<TopicPartition> come = byName(mine);
            come.removeAll(positions.keySet());
            if (!gone.isEmpty()) {
                listener.onPartitionsRevoked(gone);
                positions.keySet().removeAll(gone);
                paused.removeAll(gone);
            }
            if (!come.isEmpty()) {
                come.forEach(partition -> positions.put(partition, 0L));
                listener.onPartitionsAssigned(come);
            }
        }

        private static Set<TopicPartition> byName(Set<TopicPartition> partitions) {
            Set<TopicPartition> sorted = new TreeSet<>(java.util.Comparator.comparing(TopicPartition::toString));
            sorted.addAll(partitions);
            return sorted;
        }
    }

    /** A producer; what it sends is acknowledged at once. */
    private final class Writing implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "send" -> send((ProducerRecord<?, ?>) arguments[0]);
                case "flush", "close" -> null;
                default -> throw new UnsupportedOperationException(method.getName());
            };
        }

        private CompletableFuture<RecordMetadata> send(ProducerRecord<?, ?> record) {
            scheduler.at("sends to " + record.topic(), false);
            byte[] key = (byte[]) record.key();
            int partition = record.partition() != null
                    ? record.partition()
                    : Utils.toPositive(Utils.murmur2(key))
                            % partitions(record.topic()).size();
            TopicPartition to = new TopicPartition(record.topic(), partition);
            long offset = append(to, key, (byte[]) record.value(), new RecordHeaders(record.headers()));
            return CompletableFuture.completedFuture(new RecordMetadata(to, offset, 0, 0, 0, 0));
        }
    }
}
