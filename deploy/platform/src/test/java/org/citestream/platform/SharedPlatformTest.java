package org.citestream.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

@WithPlatform
class SharedPlatformTest {

    @Test
    void shouldCarryRecordWhenTopicIsCreated(SharedPlatform platform) throws Exception {
        // Given
        Map<String, Object> address = Map.of("bootstrap.servers", platform.bootstrapServers());
        try (var admin = Admin.create(address)) {
            admin.createTopics(List.of(new NewTopic("greetings", 1, (short) 1)))
                    .all()
                    .get();
        }
        // When
        try (var producer = new KafkaProducer<>(address, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("greetings", "key", "value")).get();
        }
        // Then
        try (var consumer = new KafkaConsumer<>(address, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition("greetings", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .extracting(ConsumerRecord::key, ConsumerRecord::value)
                    .containsExactly(tuple("key", "value"));
        }
    }

    @Test
    void shouldKeepDatabasesApartWhenEachTestTakesItsOwn(Database one, Database other) throws SQLException {
        // Given
        try (var connection = one.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table seen (id int)");
        }
        // When
        try (var connection = other.connect();
                var statement = connection.createStatement();
                var tables = statement.executeQuery("select count(*) from pg_tables where tablename = 'seen'")) {
            // Then
            tables.next();
            assertThat(tables.getInt(1)).isZero();
        }
    }

    @Test
    void shouldGiveSamePlatformWhenAskedAgain(SharedPlatform platform) {
        // When
        var again = SharedPlatform.get();
        // Then
        assertThat(again.bootstrapServers()).isEqualTo(platform.bootstrapServers());
        assertThat(again.jdbcUrl()).isEqualTo(platform.jdbcUrl()).endsWith("/citestream");
    }

    @Test
    void shouldRunBrokerOfClientsVersionWhenVersionsArePinned() {
        // Given
        String clients = AppInfoParser.getVersion();
        // When
        String broker = KafkaRaftServer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        // Then
        assertThat(broker).endsWith("/kafka_2.13-" + clients + ".jar");
    }
}
