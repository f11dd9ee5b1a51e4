package org.citestream.ingest.publish;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the list of topics once. */
final class TopicPlanProducer {
    private TopicPlanProducer() {}

    @Produces
    @Singleton
    static TopicPlan plan() {
        return TopicPlan.load();
    }
}
