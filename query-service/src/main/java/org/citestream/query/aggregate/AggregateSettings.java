package org.citestream.query.aggregate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of aggregates. */
@ConfigMapping(prefix = "citestream.aggregates")
public interface AggregateSettings {

    /** With fewer supporting, mentioning and contrasting statements together, no index is shown: it would say little. */
    @WithDefault("100")
    int leastTyped();
}
