package org.citestream.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client refuses it refuses when it is made; none of this needs a broker. */
class KafkaClientsTest {

    /** What the loops of the services ask for. */
    private static final Map<String, Object> SPECIAL = Map.of(
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName(),
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 8000,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2000);

    @ParameterizedTest
    @CsvSource({"classic, CLASSIC", "consumer, CONSUMER", "Consumer, CONSUMER"})
    void shouldMakeAMemberOfAGroupWhicheverProtocolIsSet(String set, String spoken) {
        // Given
        var clients = new KafkaClients(
                Map.of("bootstrap.servers", "127.0.0.1:1", "group.protocol", set), new SimpleMeterRegistry());

        // When
        try (var consumer = clients.groupConsumer("citestream.test", SPECIAL);
                var alone = clients.soleConsumer("citestream.alone")) {

            // Then
            assertThat(consumer.groupMetadata().groupId()).isEqualTo("citestream.test");
            assertThat(alone.assignment()).isEmpty();
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("consumer_background_thread"))
                    .hasSize(spoken.equals("CONSUMER") ? 1 : 0);
        }
    }
}
