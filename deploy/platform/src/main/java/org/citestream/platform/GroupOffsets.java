package org.citestream.platform;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.internals.Topic;

/**
 * The broker's own topic of group offsets, which is not forced to the disk with every record: where a group stands is no
 * fact, and after a power failure it reads some records again, which every loop here bears. Stateless.
 */
final class GroupOffsets {

    private static final String WHENEVER = Long.toString(Long.MAX_VALUE);

    /** As the broker itself would make it, but for the forcing. */
    private static final Map<String, String> CONFIG = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.COMPRESSION_TYPE_CONFIG,
            "producer",
            TopicConfig.SEGMENT_BYTES_CONFIG,
            Integer.toString(100 * 1024 * 1024),
            TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG,
            WHENEVER);

    private GroupOffsets() {}

    /** Creates the topic before the first group does, or sets one right that an older version left. */
    static void ensure(String bootstrapServers, int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            if (!isCreated(admin, partitions)) {
                relax(admin);
            }
        }
    }

    private static boolean isCreated(Admin admin, int partitions) throws ExecutionException, InterruptedException {
        var topic = new NewTopic(Topic.GROUP_METADATA_TOPIC_NAME, partitions, (short) 1).configs(CONFIG);
        try {
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private static void relax(Admin admin) throws ExecutionException, InterruptedException {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topic.GROUP_METADATA_TOPIC_NAME);
        var whenever = new AlterConfigOp(
                new ConfigEntry(TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG, WHENEVER), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(whenever))).all().get();
    }
}
