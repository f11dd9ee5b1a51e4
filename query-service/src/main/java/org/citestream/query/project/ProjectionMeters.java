package org.citestream.query.project;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.write.FencedException;
import org.citestream.query.project.write.Offsets;

/** The metrics of the projection. Thread-safe. */
@ApplicationScoped
public class ProjectionMeters {

    private final MeterRegistry registry;
    private final Timer transactions;
    private final DistributionSummary partitions;
    private final Counter parked;
    private final Counter retried;

    ProjectionMeters(MeterRegistry registry) {
        this.registry = registry;
        this.transactions = Timer.builder("citestream.projection.transaction")
                .description("Time of one batch's transaction")
                .register(registry);
        this.partitions = DistributionSummary.builder("citestream.projection.batch.partitions")
                .description("Partitions that one batch moves")
                .register(registry);
        this.parked = registry.counter("citestream.projection.parked");
        this.retried = registry.counter("citestream.projection.retries");
    }

    void read(LoggedFact<Fact> entry) {
        registry.counter(
                        "citestream.projection.facts",
                        "type",
                        entry.fact().getClass().getSimpleName())
                .increment();
    }

    void batch(List<Offsets.Advance> advances, Write write) throws SQLException, FencedException {
        long start = System.nanoTime();
        write.run();
        transactions.record(java.time.Duration.ofNanos(System.nanoTime() - start));
        partitions.record(advances.size());
    }

    void parked(int records) {
        parked.increment(records);
    }

    void retried() {
        retried.increment();
    }

    /** One transaction. */
    interface Write {

        void run() throws SQLException, FencedException;
    }
}
