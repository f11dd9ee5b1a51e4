package org.citestream.query.dialect.scite;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the scite dialect. */
@ConfigMapping(prefix = "citestream.scite")
public interface SciteSettings {

    /** Maximum number of citing publications in papers/sources, those with the most statements first. */
    @WithDefault("5000")
    int sources();

    /** Default and maximum number of citations or references in an answer. */
    @WithDefault("3000")
    int rows();

    /** How many of the best full-text hits a search with words considers. */
    @WithDefault("10000")
    int candidates();

    /** Citation statements shown with each hit of a search. */
    @WithDefault("10")
    int citationsPerHit();

    /** Maximum age of the figures in stats, which are sums over everything. */
    @WithDefault("1m")
    Duration figuresFor();
}
