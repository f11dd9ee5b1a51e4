package org.citestream.classify;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import org.citestream.classify.decide.CitationType;
import org.citestream.classify.decide.Decision;
import org.citestream.kit.deadletter.Category;

/** What the line counts. Safe for use by several threads. */
final class LineMetrics {

    private final Map<CitationType, Counter> decided = new EnumMap<>(CitationType.class);
    private final Map<Category, Counter> setAside = new EnumMap<>(Category.class);
    private final Counter failures;
    private final DistributionSummary batchSize;
    private final Timer batchTime;
    private final Counter retries;

    LineMetrics(MeterRegistry registry) {
        for (CitationType type : CitationType.values()) {
            decided.put(type, registry.counter("citestream.classify.statements", "type", type.word()));
        }
        for (Category category : Category.values()) {
            setAside.put(
                    category, registry.counter("citestream.classify.dead.letters", "category", category.wireName()));
        }
        failures = registry.counter("citestream.classify.failures");
        batchSize = registry.summary("citestream.classify.batch.records");
        batchTime = registry.timer("citestream.classify.batch");
        retries = registry.counter("citestream.classify.retries");
    }

    void decided(Decision decision) {
        decided.get(decision.type()).increment();
        if (decision.failure().isPresent()) {
            failures.increment();
        }
    }

    void setAside(Category category) {
        setAside.get(category).increment();
    }

    void batch(int records, Runnable work) {
        batchSize.record(records);
        batchTime.record(work);
    }

    void retried() {
        retries.increment();
    }
}
