package org.citestream.acceptance;

import java.nio.file.Path;
import org.citestream.platform.FreePort;
import org.citestream.platform.Platform;
import org.citestream.platform.PlatformSettings;

/** The embedded platform on kept data: what {@code deploy/citestream up} runs. */
final class EmbeddedGround implements Ground {

    private final PlatformSettings settings;
    private Platform platform;

    EmbeddedGround(Path directory) {
        this.settings = PlatformSettings.keptIn(directory).withPorts(FreePort.any(), FreePort.any());
    }

    @Override
    public void start() {
        platform = Platform.start(settings);
    }

    @Override
    public void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public void close() {
        stop();
    }
}
