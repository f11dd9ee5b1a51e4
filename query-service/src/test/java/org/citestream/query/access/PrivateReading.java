package org.citestream.query.access;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** An index that is read with keys only, on a small ration of requests. */
public final class PrivateReading implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "citestream.access.key-to-read", "true",
                "citestream.access.key-to-read-ops", "true",
                "citestream.cors.enabled", "false",
                "citestream.requests.per-minute", "60",
                "citestream.trusted-proxies", "127.0.0.1");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
