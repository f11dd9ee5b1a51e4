package org.citestream.query.ops.candidate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a candidate model's labels are followed. */
@ConfigMapping(prefix = "citestream.candidate")
interface CandidateSettings {

    /** Whether this instance follows {@code citations.candidate.v1}. */
    @WithDefault("true")
    boolean enabled();

    /** How often to check whether there is a candidate. */
    @WithDefault("2s")
    Duration interval();
}
