package org.citestream.query.export;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Limits that a test can reach. */
public final class ExportLimits implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "citestream.export.patience", "2s",
                "citestream.export.at-once", "3",
                "citestream.export.at-once-per-client", "2",
                "citestream.export.least-pace", "1M",
                "citestream.trusted-proxies", "127.0.0.1");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
