package org.citestream.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits on what one caller sends; the same in every service. */
@ConfigMapping(prefix = "citestream.requests")
public interface RequestSettings {

    /** Requests a minute that one key, or one client address, may send; the usual value only stops what runs away. */
    @WithDefault("60000")
    int perMinute();

    /** How long a client may take over the head of a request. */
    @WithDefault("30s")
    Duration headWithin();
}
