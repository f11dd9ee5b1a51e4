package org.citestream.query.ops.article;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.citestream.query.ops.OpsSettings;
import org.jboss.logging.Logger;

/** How many articles are incomplete, as a metric. Counted off the scraper's thread and seldom: it looks at every article. */
@ApplicationScoped
class IncompleteGauge {

    private static final Logger LOG = Logger.getLogger(IncompleteGauge.class);
    private static final int LIMIT = 10_000;

    private final ArticleList articles;
    private final OpsSettings settings;
    private final MeterRegistry registry;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile double known = Double.NaN;
    private volatile long countedAt;

    IncompleteGauge(ArticleList articles, OpsSettings settings, MeterRegistry registry) {
        this.articles = articles;
        this.settings = settings;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("citestream.articles.incomplete", this, IncompleteGauge::value)
                .description("Articles with fewer rows than they announced, or open for too long; at most " + LIMIT)
                .register(registry);
    }

    private double value() {
        boolean stale = countedAt == 0
                || System.nanoTime() - countedAt > settings.articlesEvery().toNanos();
        if (stale && counting.compareAndSet(false, true)) {
            Infrastructure.getDefaultWorkerPool().execute(this::count);
        }
        return known;
    }

    private void count() {
        try {
            known = articles.incomplete(LIMIT).size();
        } catch (RuntimeException away) {
            LOG.debugf("Incomplete articles were not counted: %s", away.getMessage());
        } finally {
            countedAt = System.nanoTime();
            counting.set(false);
        }
    }
}
