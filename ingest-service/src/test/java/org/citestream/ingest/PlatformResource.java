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

            return settings;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void stop() {}
}
