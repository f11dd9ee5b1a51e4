package org.citestream.classify.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the HTTP interface. */
@ConfigMapping(prefix = "citestream.classify.http")
public interface ApiSettings {

    /** Most rows in one request. */
    @WithDefault("1000")
    int maxRows();
}
