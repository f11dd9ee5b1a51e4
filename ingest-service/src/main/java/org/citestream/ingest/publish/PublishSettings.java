package org.citestream.ingest.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How facts are published. */
@ConfigMapping(prefix = "citestream.publish")
public interface PublishSettings {
    /** Longest wait for the acknowledgement of a record, retries included; then the upload is answered with 503. */
    @WithDefault("20s")
    Duration deliveryTimeout();

    /** Longest wait for the broker's metadata or for room in the send buffer. */
    @WithDefault("10s")
    Duration blockTimeout();

    /** How long the producer waits for more records to a batch. */
    @WithDefault("5ms")
    Duration linger();

    /** Maximum wait for sends in progress when the service stops. */
    @WithDefault("10s")
    Duration drainTimeout();

    /** Copies of each partition of a topic that this service creates; more than 1 needs a cluster. */
    @WithDefault("1")
    short replicationFactor();
}
