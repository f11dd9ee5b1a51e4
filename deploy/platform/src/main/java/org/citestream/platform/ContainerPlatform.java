package org.citestream.platform;

import org.citestream.platform.PlatformException.Reason;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Kafka and PostgreSQL in containers, by Testcontainers: the same tests against the images people deploy. Needs the
 * Testcontainers jars on the classpath ({@code mvn -Pcontainers}).
 */
final class ContainerPlatform implements Platform {

    /** System property: image of the broker. */
    private static final String KAFKA_IMAGE = "citestream.platform.kafka-image";

    /** System property: image of the database. */
    private static final String POSTGRES_IMAGE = "citestream.platform.postgres-image";

    private static final String KAFKA = "apache/kafka";
    private static final String POSTGRES = "postgres";

    private final KafkaContainer kafka;
    private final PostgreSQLContainer postgres;

    private ContainerPlatform(KafkaContainer kafka, PostgreSQLContainer postgres) {
        this.kafka = kafka;
        this.postgres = postgres;
    }

    static boolean isAvailable() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static ContainerPlatform start() {
        if (!isAvailable()) {
            throw new PlatformException(Reason.CONTAINERS_UNAVAILABLE, ContainerSwitch.UNAVAILABLE);
        }
        var kafka = kafka();
        var postgres = postgres();
        try {
            postgres.start();
            kafka.start();
            return new ContainerPlatform(kafka, postgres);
        } catch (ContainerLaunchException e) {
            kafka.stop();
            postgres.stop();
            throw new PlatformException(Reason.CONTAINERS_UNAVAILABLE, "A container did not start: " + e, e);
        }
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + postgres.getHost() + ":"
                + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database;
    }

    @Override
    public String username() {
        return postgres.getUsername();
    }

    @Override
    public String password() {
        return postgres.getPassword();
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }

    private static KafkaContainer kafka() {
        String image = System.getProperty(KAFKA_IMAGE, KAFKA + ":4.2.1");
        return new KafkaContainer(DockerImageName.parse(image).asCompatibleSubstituteFor(KAFKA))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    }

    private static PostgreSQLContainer postgres() {
        String image = System.getProperty(POSTGRES_IMAGE, POSTGRES + ":18");
        return new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor(POSTGRES))
                .withDatabaseName(PlatformSettings.DATABASE)
                .withUsername(PlatformSettings.DATABASE)
                .withPassword(PlatformSettings.DATABASE);
    }
}
