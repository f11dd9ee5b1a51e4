package org.citestream.query.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Settings of pages. */
@ConfigMapping(prefix = "citestream.web")
public interface WebSettings {

    /** Maximum age of the counters on the home page, which are sums over everything. */
    @WithDefault("10s")
    Duration figuresFor();

    /** How many works a page of an author or a journal lists. */
    @WithDefault("25")
    int works();

    /** URL of classify-service's model card. */
    @WithDefault("http://127.0.0.1:8082/model")
    URI modelUrl();

    /** How long to wait for that answer. */
    @WithDefault("2s")
    Duration modelTimeout();

    /** How long an answer is cached. */
    @WithDefault("60s")
    Duration modelFor();

    /** The range of publication keys on one page of the sitemap, which may hold 50,000 URLs. */
    @WithDefault("20000")
    int sitemapPage();
}
