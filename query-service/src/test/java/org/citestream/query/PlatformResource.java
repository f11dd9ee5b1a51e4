package org.citestream.query;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.citestream.platform.SharedPlatform;

/** The service under test on the real broker of this JVM and an empty real database of its own. */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return SharedPlatform.get().newServiceSettings();
    }

    @Override
    public void stop() {
        // The platform is shared and ends with the JVM.
    }
}
