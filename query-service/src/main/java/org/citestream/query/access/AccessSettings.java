package org.citestream.query.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who may read, and how long browsers stay signed in. */
@ConfigMapping(prefix = "citestream.access")
interface AccessSettings {

    /** How long a session lasts; after that the browser must present its key again. */
    @WithDefault("12h")
    Duration session();

    /** Whether reading needs a key of any scope. */
    @WithDefault("false")
    boolean keyToRead();

    /** Whether reading the dashboard, its messages and the metrics needs a key of scope operate. */
    @WithDefault("false")
    boolean keyToReadOps();
}
