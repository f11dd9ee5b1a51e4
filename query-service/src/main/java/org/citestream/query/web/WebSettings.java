package org.citestream.query.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How the pages behave. */
@ConfigMapping(prefix = "citestream.web")
public interface WebSettings {

    /** How old the counters of the first page may be: they are sums over everything. */
    @WithDefault("10s")
    Duration figuresFor();

    /** How many works a page of an author or a journal lists. */
    @WithDefault("25")
    int works();

    /** Where classify-service tells of its model. */
    @WithDefault("http://127.0.0.1:8082/model")
    URI modelUrl();

    /** How long that answer is waited for. */
    @WithDefault("2s")
    Duration modelTimeout();

    /** How long an answer is good for. */
    @WithDefault("60s")
    Duration modelFor();

    /** Keys of publications that one page of the sitemap spans; it may hold 50,000 addresses. */
    @WithDefault("20000")
    int sitemapPage();
}
