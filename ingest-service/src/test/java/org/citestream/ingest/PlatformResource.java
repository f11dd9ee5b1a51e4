package org.citestream.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.citestream.platform.SharedPlatform;

/** A real broker, a database and a data directory of its own for the service under test. */
public class PlatformResource implements QuarkusTestResourceLifecycleManager {
    /** What one client may send. */
    public static final int REQUESTS_PER_MINUTE = 1000;

    @Override
    public Map<String, String> start() {
        try {
            var settings = new HashMap<>(SharedPlatform.get().newServiceSettings());
            Path folder = Files.createTempDirectory("citestream-ingest-test");
            settings.put("citestream.data", folder.toString());
            settings.put("citestream.inbox.folder", folder.resolve("inbox").toString());
            settings.put("citestream.inbox.every", "200ms");
            settings.put("citestream.limits.article-bytes", "3M");
            settings.put("citestream.archive.ratio-from", "1M");
            settings.put("citestream.requests.per-minute", Integer.toString(REQUESTS_PER_MINUTE));
            settings.put("citestream.trusted-proxies", "127.0.0.1");
            return settings;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void stop() {}
}
