package org.citestream.classify;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.citestream.platform.SharedPlatform;

/** Gives the service under test a real broker. */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("kafka.bootstrap.servers", SharedPlatform.get().bootstrapServers());
    }

    @Override
    public void stop() {
        // The platform stops with the JVM.
    }
}
