package org.citestream.kit.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.citestream.platform.SharedPlatform;
import org.junit.jupiter.api.Test;

class TopicSetupTest {

    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", SharedPlatform.get().bootstrapServers());

    @Test
    void shouldCreateWhatIsAbsentAndAgreeWithItWhenAskedAgain() throws Exception {
        // Given
        Topic wanted = new Topic("test." + UUID.randomUUID(), 3, Map.of("cleanup.policy", "compact"));
        try (Admin admin = Admin.create(BROKER)) {
            TopicSetup setup = new TopicSetup(admin, 1);

            // When
            setup.ensure(List.of(wanted));
            setup.ensure(List.of(wanted));

            // Then
            assertThat(admin.describeTopics(List.of(wanted.name()))
                            .allTopicNames()
                            .get()
                            .get(wanted.name())
                            .partitions())
                    .hasSize(3);
        }
    }

    @Test
    void shouldSayAllThatIsWrongWhenATopicIsAnother() throws Exception {
        // Given
        Topic wanted = new Topic("test." + UUID.randomUUID(), 3, Map.of("cleanup.policy", "compact"));
        try (Admin admin = Admin.create(BROKER)) {
            admin.createTopics(List.of(new NewTopic(wanted.name(), 2, (short) 1)))
                    .all()
                    .get();

            // When, Then
            assertThatThrownBy(() -> new TopicSetup(admin, 1).ensure(List.of(wanted)))
                    .isInstanceOf(TopicMismatchException.class)
                    .hasMessageContaining("2 partitions and must have 3")
                    .hasMessageContaining("cleanup.policy=delete and must have compact");
        }
    }
}
