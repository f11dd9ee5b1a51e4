package org.citestream.query.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.citestream.platform.Database;
import org.citestream.platform.SharedPlatform;
import org.citestream.platform.WithPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Projection, relay, publisher, feed, index, rebuild and swap as steps of one scheduler on a real database, with processes that
 * die and connections that break before and behind each statement. {@code -Dsimulation.seeds=1-10000} runs other seeds, with
 * {@code -Dsimulation.threads=2} two at a time, and {@code -Dsimulation.seeds=4711} one that has failed.
 */
@WithPlatform
class SimulationTest {

    /** Seeds at the same time, each in a database of its own. */
    private static final int THREADS = Integer.getInteger("simulation.threads", 1);

    private static final Logger SERVICE = Logger.getLogger("org.citestream");

    private static Level before;

    @BeforeAll
    static void quiet() {
        before = SERVICE.getLevel();
        // Each failure that passes is a line.
        SERVICE.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        SERVICE.setLevel(before);
    }

    @Test
    void shouldLoseAndDoubleNothingWhenProcessesDie(SharedPlatform platform) throws Exception {
        run("processes die", platform, seeds(1, 25), 0, false);
    }

    @Test
    void shouldLoseAndDoubleNothingWhenViewIsRebuilt(SharedPlatform platform) throws Exception {
        run("the view is rebuilt", platform, seeds(1, 4), 2, false);
    }

    @Test
    void shouldLoseAndDoubleNothingWhenDatabaseGoesBack(SharedPlatform platform) throws Exception {
        run("the database goes back", platform, seeds(1, 4), 0, true);
    }

    @Test
    void shouldDoTheSameWhenSeedIsRunAgain(Database database) throws Exception {
        // Given
        try (SimulatedWorld world = new SimulatedWorld(database)) {
            List<String> once = new Simulation(world, 7, 0, false).run().trace();
            // When
            List<String> again = new Simulation(world, 7, 0, false).run().trace();
            // Then
            assertThat(again).isEqualTo(once);
        }
    }

    private static void run(String kind, SharedPlatform platform, Seeds seeds, int rebuilds, boolean goesBack)
            throws Exception {
        long begun = System.nanoTime();
        AtomicLong next = new AtomicLong(seeds.first());
        List<Callable<Totals>> worlds = Collections.nCopies(THREADS, () -> {
            Totals totals = new Totals();
            try (SimulatedWorld world = new SimulatedWorld(platform.newDatabase())) {
                for (long seed = next.getAndIncrement(); seed <= seeds.last(); seed = next.getAndIncrement()) {
                    totals.add(seed, new Simulation(world, seed, rebuilds, goesBack));
                }
            }
            return totals;
        });
        Totals all = new Totals();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Totals> part : threads.invokeAll(worlds)) {
                all.add(part.get());
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf(
                "%s: seeds %d to %d, %s, %d ms%n",
                kind, seeds.first(), seeds.last(), all, (System.nanoTime() - begun) / 1_000_000);
        assertThat(all.failed).as("run one again with -Dsimulation.seeds=SEED").isEmpty();
        assertThat(all.facts).isPositive();
        assertThat(all.wentBack)
                .as("times the database went back")
                .isEqualTo(goesBack ? seeds.last() - seeds.first() + 1 : 0);
    }

    /** What the seeds of one world came to. */
    private static final class Totals {

        private final List<String> failed = new ArrayList<>();
        private long facts;
        private long calls;
        private long crashes;
        private long broken;
        private long swaps;
        private long wentBack;

        private void add(long seed, Simulation simulation) throws Exception {
            try {
                Simulation.Outcome outcome = simulation.run();
                facts += outcome.facts();
                calls += outcome.calls();
                crashes += outcome.crashes();
                broken += outcome.broken();
                swaps += outcome.swaps();
                wentBack += outcome.wentBack();
            } catch (AssertionError wrong) {
                failed.add("seed " + seed + ": " + wrong.getMessage());
            }
        }

        private void add(Totals other) {
            failed.addAll(other.failed);
            facts += other.facts;
            calls += other.calls;
            crashes += other.crashes;
            broken += other.broken;
            swaps += other.swaps;
            wentBack += other.wentBack;
        }

        @Override
        public String toString() {
            return "%d facts, %d calls, %d processes died, %d connections broke, %d swaps, %d times back, %d failed"
                    .formatted(facts, calls, crashes, broken, swaps, wentBack, failed.size());
        }
    }

    private record Seeds(long first, long last) {}

    private static Seeds seeds(long first, long last) {
        return Optional.ofNullable(System.getProperty("simulation.seeds"))
                .map(said -> said.split("-"))
                .map(ends -> new Seeds(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])))
                .orElse(new Seeds(first, last));
    }
}
