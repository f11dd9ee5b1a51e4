package org.citestream.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.citestream.platform.PlatformException.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KeptPlatformTest {

    /** One for all tests that look and leave, for a start takes longer than any of them. */
    private static Platform kept;

    @TempDir
    static Path keptIn;

    private static int kafka;
    private static int postgres;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        kafka = FreePort.any();
        postgres = FreePort.any();
        kept = Platform.start(PlatformSettings.keptIn(keptIn).withPorts(kafka, postgres));
    }

    @AfterAll
    static void stop() {
        kept.close();
    }

    @AfterEach
    void forgetLimit() {
        System.clearProperty(DataDirectory.MINIMUM_FREE);
    }

    @Test
    void shouldKeepRowsTopicsAndWhatIsForcedWhenRestarted() throws Exception {
        // Given
        try (var first = Platform.start(PlatformSettings.keptIn(directory))) {
            execute(first, "create table works (id int primary key)");
            execute(first, "insert into works values (7)");
            createTopic(first, "kept");
        }
        // When
        try (var second = Platform.start(PlatformSettings.keptIn(directory))) {
            // Then
            assertThat(query(second, "select id from works")).isEqualTo("7");
            assertThat(topics(second)).contains("kept");
            assertForced(second, "kept");
        }
    }

    @Test
    void shouldForceEveryCommitToDiskWhenDataIsKept() throws Exception {
        assertThat(query(kept, "show fsync")).isEqualTo("on");
        assertThat(query(kept, "show synchronous_commit")).isEqualTo("on");
        assertThat(query(kept, "show full_page_writes")).isEqualTo("on");
    }

    @Test
    void shouldLetNobodyInWithoutThePassword() throws Exception {
        // When
        ThrowingCallable guess = () -> DriverManager.getConnection(kept.jdbcUrl(), "postgres", "guess");
        // Then
        assertThatThrownBy(guess)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThat(query(kept, "select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keptIn.resolve("postgres.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldForceFactsButNoGroupOffsetsWhenDataIsKept() throws Exception {
        // When
        createTopic(kept, "facts");
        // Then
        assertForced(kept, "facts");
    }

    @Test
    void shouldStartPostgresAgainWhenItIsKilledAtWork() throws Exception {
        // Given
        ProcessHandle server = KilledRunTest.postmaster(keptIn.resolve("postgres"));
        // When
        server.destroyForcibly();
        server.onExit().get();
        // Then
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
            try (var connection = DriverManager.getConnection(kept.jdbcUrl(), kept.username(), kept.password())) {
                return connection.isValid(10);
            }
        });
        assertThat(KilledRunTest.postmaster(keptIn.resolve("postgres")).pid()).isNotEqualTo(server.pid());
    }

    private static void assertForced(Platform platform, String facts) throws Exception {
        assertThat(flushMessages(platform, facts)).isEqualTo("1");
        assertThat(flushMessages(platform, "__consumer_offsets")).isEqualTo(Long.toString(Long.MAX_VALUE));
    }

    private static String flushMessages(Platform platform, String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get("flush.messages")
                    .value();
        }
    }

    @Test
    void shouldRefuseWhenDirectoryIsInUse() {
        // When
        ThrowingCallable second = () -> Platform.start(PlatformSettings.keptIn(keptIn));
        // Then
        assertRefused(
                second,
                Reason.DIRECTORY_IN_USE,
                keptIn + " is in use by process " + ProcessHandle.current().pid()
                        + "; stop that one or choose another directory.");
    }

    @Test
    void shouldRefuseWhenPortIsTaken() throws Exception {
        // Given
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            // When
            ThrowingCallable onKafkaPort =
                    () -> Platform.start(PlatformSettings.keptIn(directory).withPorts(port, 0));
            ThrowingCallable onPostgresPort =
                    () -> Platform.start(PlatformSettings.keptIn(directory).withPorts(0, port));
            // Then
            assertRefused(
                    onKafkaPort,
                    Reason.PORT_TAKEN,
                    "Port " + port + " for Kafka is taken by another program; stop it or choose another port.");
            assertRefused(
                    onPostgresPort,
                    Reason.PORT_TAKEN,
                    "Port " + port + " for PostgreSQL is taken by another program; stop it or choose another port.");
        }
    }

    @Test
    void shouldRefuseWhenDiskHasTooLittleRoom() {
        // Given
        System.setProperty(DataDirectory.MINIMUM_FREE, "999999999");
        // When
        ThrowingCallable start = () -> Platform.start(PlatformSettings.keptIn(directory));
        // Then
        assertThatThrownBy(start)
                .asInstanceOf(type(PlatformException.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DISK_FULL))
                .satisfies(e -> assertThat(e)
                        .hasMessageMatching(
                                "Only \\d+ MB are free on the disk of \\S+, at least 999999999 MB are needed;"
                                        + " make room or choose another directory\\."));
    }

    @Test
    void shouldRefuseWhenDirectoryIsAFile() throws Exception {
        // Given
        Path file = Files.writeString(directory.resolve("occupied"), "text");
        // When
        ThrowingCallable start = () -> Platform.start(PlatformSettings.keptIn(file));
        // Then
        assertThatThrownBy(start)
                .asInstanceOf(type(PlatformException.class))
                .extracting(PlatformException::reason)
                .isEqualTo(Reason.DIRECTORY_NOT_WRITABLE);
    }

    @Test
    void shouldTakeGivenPortsWhenTheyAreFree() {
        assertThat(kept.bootstrapServers()).isEqualTo("127.0.0.1:" + kafka);
        assertThat(kept.jdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:" + postgres + "/citestream");
    }

    private static void assertRefused(ThrowingCallable start, Reason reason, String message) {
        assertThatThrownBy(start)
                .hasMessage(message)
                .asInstanceOf(type(PlatformException.class))
                .extracting(PlatformException::reason)
                .isEqualTo(reason);
    }

    private static void execute(Platform platform, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(platform.jdbcUrl(), platform.username(), platform.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Platform platform, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(platform.jdbcUrl(), platform.username(), platform.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void createTopic(Platform platform, String name) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static Set<String> topics(Platform platform) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }
}
