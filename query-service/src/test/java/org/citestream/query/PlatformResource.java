package org.citestream.query;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.citestream.platform.SharedPlatform;

/**
 * The service under test on the real broker of this JVM, an empty real database and a data directory of its own. Tests
 * that ask for the same resources share one service, for each start takes longer than most tests: each has works of its
 * own and leaves nothing behind that others would notice. What counts all there is asks for a service of its own
 * ({@code RESTRICTED_TO_CLASS}).
 */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            Map<String, String> settings = new HashMap<>(SharedPlatform.get().newServiceSettings());
            settings.put(
                    "citestream.data",
                    Files.createTempDirectory("citestream-query").toString());
            // What the dashboard asks for seldom, tests would wait for.
            settings.put("citestream.ops.details-every", "1s");
            return settings;
        } catch (IOException noTemporaryFolder) {
            throw new UncheckedIOException(noTemporaryFolder);
        }
    }

    @Override
    public void stop() {
        // The platform is shared and ends with the JVM.
    }
}
