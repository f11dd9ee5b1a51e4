package org.citestream.classify.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How absent topics are created. */
@ConfigMapping(prefix = "citestream.topics")
public interface TopicSettings {

    /** Copies of every partition; raise it on a cluster. */
    @WithDefault("1")
    short replicationFactor();
}
