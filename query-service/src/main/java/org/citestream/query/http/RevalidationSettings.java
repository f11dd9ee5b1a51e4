package org.citestream.query.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clients and caches may store answers. */
@ConfigMapping(prefix = "citestream.api")
public interface RevalidationSettings {

    /** Maximum age of the version behind entity tags, so that not every request queries the database for it. */
    @WithDefault("100ms")
    Duration versionFor();
}
