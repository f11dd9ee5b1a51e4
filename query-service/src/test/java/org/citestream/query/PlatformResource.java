package org.citestream.query;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.citestream.platform.SharedPlatform;

/**
 * The service under test on the real broker of this JVM without topics, an empty real database and a data directory of its
 * own. Tests
 * that ask for the same resources share one service, for each start takes longer than most tests: each has works of its
 * own and leaves nothing behind that others would notice. What counts all there is asks for a service of its own
 * ({@code RESTRICTED_TO_CLASS}).
 */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            SharedPlatform platform = SharedPlatform.get();
            deleteTopics(platform.bootstrapServers());
            Map<String, String> settings = new HashMap<>(platform.newServiceSettings());
            settings.put(
                    "citestream.data",
                    Files.createTempDirectory("citestream-query").toString());
            // What the dashboard asks for seldom, tests would wait for.
            settings.put("citestream.ops.details-every", "1s");
            settings.put("citestream.integrity.keep", "0s");
            settings.put("citestream.ops.other-topics", "ops-*");
            return settings;
        } catch (IOException noTemporaryFolder) {
            throw new UncheckedIOException(noTemporaryFolder);
        }
    }

    /**
     * What a service before this one was told belongs to its world: an empty database would be filled from it. Whoever
     * needs a topic makes it again.
     */
    private static void deleteTopics(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics cannot be deleted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were deleted", e);
        }
    }

    @Override
    public void stop() {
        // The platform is shared and ends with the JVM.
    }
}
