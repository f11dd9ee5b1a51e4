package org.citestream.platform;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** One Kafka node, broker and controller at once, inside this process. */
final class EmbeddedKafka implements AutoCloseable {

    private static final String DIRECTORY = "kafka";
    private static final int NODE_ID = 1;
    private static final String HOST = "127.0.0.1";
    private static final int OFFSETS_PARTITIONS = 4;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts the node, formatting its directory if it is new; returns when the broker serves. */
    static EmbeddedKafka start(DataDirectory data, int port) {
        KafkaRaftServer server = null;
        try {
            Path directory = data.path().resolve(DIRECTORY);
            format(directory);
            var configuration = KafkaConfig.fromProps(configuration(directory, port, data.kept()));
            server = new KafkaRaftServer(configuration, Time.SYSTEM);
            server.startup();
            var kafka = new EmbeddedKafka(server, port);
            if (data.kept()) {
                GroupOffsets.ensure(kafka.bootstrapServers(), OFFSETS_PARTITIONS);
            }
            return kafka;
        } catch (Exception e) {
            if (server != null) {
                server.shutdown();
            }
            throw new PlatformException(
                    PlatformException.Reason.KAFKA_FAILED, "Kafka did not start on port " + port + ": " + e, e);
        }
    }

    String bootstrapServers() {
        return HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** A directory that an earlier run formatted keeps its cluster id and its topics. */
    private static void format(Path directory) throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(directory);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE_ID)
                .addDirectory(directory.toString())
                .setMetadataLogDirectory(directory.toString())
                .setControllerListenerName("CONTROLLER")
                .run();
    }

    private static Properties configuration(Path directory, int port, boolean kept) {
        int controllerPort = FreePort.any();
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        settings.put("listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", directory.toString());

        // Topics are listed in topics.yaml; a mistyped name must fail, not appear.
        settings.put("auto.create.topics.enable", "false");
        // There is one node: what a cluster would replicate has one copy.
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", Integer.toString(OFFSETS_PARTITIONS));
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A restart after a kill waits for the dead node's session to end: 5 s instead of 13.5 s.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
        // The default buffer of 128 MB is a laptop's memory, the smallest allowed is 1 MB a thread.
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        // An index entry every 64 kB instead of 4: each dirties a page of two mapped files, which costs more than the
        // append.
        settings.put("log.index.interval.bytes", Integer.toString(64 * 1024));
        settings.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
        // With one copy of the log, what was acknowledged must be on the disk.
        if (kept) {
            settings.put("log.flush.interval.messages", "1");
        }
        var properties = new Properties();
        properties.putAll(settings);
        return properties;
    }
}
