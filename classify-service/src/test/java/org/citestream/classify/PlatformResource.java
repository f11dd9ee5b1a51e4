package org.citestream.classify;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.citestream.platform.SharedPlatform;

/** Gives the service under test a real broker. */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {

    /** What one client may send. */
    static final int REQUESTS_PER_MINUTE = 1000;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "kafka.bootstrap.servers", SharedPlatform.get().bootstrapServers(),
                "citestream.requests.per-minute", Integer.toString(REQUESTS_PER_MINUTE),
                "citestream.trusted-proxies", "127.0.0.1");
    }

    @Override
    public void stop() {
        // The platform stops with the JVM.
    }
}
