package org.citestream.query.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the pages behave. */
@ConfigMapping(prefix = "citestream.web")
interface WebSettings {

    /** How old the counters of the first page may be: they are sums over everything. */
    @WithDefault("10s")
    Duration figuresFor();

    /** How many titles a search by title shows. */
    @WithDefault("25")
    int titles();
}
