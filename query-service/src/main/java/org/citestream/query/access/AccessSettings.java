package org.citestream.query.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long browsers stay signed in. */
@ConfigMapping(prefix = "citestream.access")
interface AccessSettings {

    /** After this a browser must show its key again. */
    @WithDefault("12h")
    Duration session();
}
