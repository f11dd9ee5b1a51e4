package org.citestream.query.dialect.scite;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the scite dialect. */
@ConfigMapping(prefix = "citestream.scite")
public interface SciteSettings {

    /** The most citing publications that papers/sources lists, those with most to say first. */
    @WithDefault("5000")
    int sources();

    /** Citations or references that an answer holds when its client names no limit, and the most it may name. */
    @WithDefault("3000")
    int rows();

    /** Hits of the full-text index that a search with words looks at, the best first. */
    @WithDefault("10000")
    int candidates();

    /** Citation statements that a search shows beside one hit. */
    @WithDefault("10")
    int citationsPerHit();

    /** How old the figures of stats may be: they are sums over everything. */
    @WithDefault("1m")
    Duration figuresFor();
}
