package org.citestream.query.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clients and caches may keep answers. */
@ConfigMapping(prefix = "citestream.api")
public interface RevalidationSettings {

    /** How old the version may be that entity tags are made of, so that not every request asks the database for it. */
    @WithDefault("100ms")
    Duration versionFor();
}
