package org.citestream.query.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.citestream.platform.Database;
import org.citestream.platform.PrivatePostgreSql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Projection, relay, publisher, feed, index, rebuild and swap as steps of one scheduler on a real database, with processes that
 * die and connections that break before and behind each statement. {@code -Dsimulation.seeds=1-10000} runs other seeds, with
 * {@code -Dsimulation.threads=2} two at a time, and {@code -Dsimulation.seeds=4711} one that has failed.
 */
class SimulationTest {

    /** Seeds at the same time, each on a server of its own: what one holds up must not show in another. */
    private static final int THREADS = Integer.getInteger("simulation.threads", 1);

    /** In how many seeds a fault must be found that was put back. */
    private static final int SEEDS_OF_A_FAULT = Integer.getInteger("simulation.fault-seeds", 200);

    private static final Map<String, String> UNDISTURBED = Map.of(
            // It would hold up what the relay may take, at moments of its own.
            "autovacuum", "off",
            "jit", "off",
            "plan_cache_mode", "force_generic_plan",
            "checkpoint_timeout", "1h",
            "track_counts", "off");

    private static final Logger SERVICE = Logger.getLogger("org.citestream");

    private static final List<PrivatePostgreSql> SERVERS = new ArrayList<>();
    private static final List<Database> TEMPLATES = new ArrayList<>();
    private static Level before;

    @BeforeAll
    static void start() throws Exception {
        for (int thread = 0; thread < THREADS; thread++) {
            PrivatePostgreSql server = PrivatePostgreSql.start(UNDISTURBED);
            SERVERS.add(server);
            TEMPLATES.add(SimulatedWorld.template(server));
        }
        before = SERVICE.getLevel();
        // Each failure that passes is a line.
        SERVICE.setLevel(Level.OFF);
    }

    @AfterAll
    static void stop() {
        SERVICE.setLevel(before);
        SERVERS.forEach(PrivatePostgreSql::close);
        SERVERS.clear();
        TEMPLATES.clear();
    }

    @Test
    void shouldLoseAndDoubleNothing() throws Exception {
        // Given
        Seeds seeds = Seeds.asked();
        AtomicLong next = new AtomicLong(seeds.first());
        List<Callable<Totals>> worlds = new ArrayList<>();
        for (Database template : TEMPLATES) {
            worlds.add(() -> run(template, next, seeds.last()));
        }
        // When
        Totals all = new Totals();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Totals> part : threads.invokeAll(worlds)) {
                all.add(part.get());
            }
        } finally {
            threads.shutdownNow();
        }
        // Then
        all.print();
        assertThat(all.failed).as("run one again with -Dsimulation.seeds=SEED").isEmpty();
        assertThat(all.seeds()).as("seeds").isEqualTo(seeds.last() - seeds.first() + 1);
        assertThat(all.of(SeedKind.DATABASE_GOES_BACK).wentBack)
                .as("times the database went back")
                .isEqualTo(all.of(SeedKind.DATABASE_GOES_BACK).seeds);
    }

    private static Totals run(Database template, AtomicLong next, long last) throws Exception {
        Totals totals = new Totals();
        try (SimulatedWorld world = new SimulatedWorld(template)) {
            for (long seed = next.getAndIncrement(); seed <= last; seed = next.getAndIncrement()) {
                totals.add(world, seed);
            }
        }
        return totals;
    }

    @Test
    void shouldDoTheSameWhenSeedIsRunAgain() throws Exception {
        // Given
        try (SimulatedWorld world = new SimulatedWorld(TEMPLATES.get(0))) {
            List<String> once = simulation(world, 4).run().trace();
            // When
            List<String> again = simulation(world, 4).run().trace();
            // Then
            assertThat(again).isEqualTo(once);
        }
    }

    private static Simulation simulation(SimulatedWorld world, long seed) {
        return new Simulation(world, seed, SeedKind.of(seed), KnownFault.NONE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void shouldFindFaultThatIsPutBack(KnownFault fault) throws Exception {
        // When
        Optional<AssertionError> found = Optional.empty();
        int seeds = 0;
        try (SimulatedWorld world = new SimulatedWorld(TEMPLATES.get(0))) {
            for (; seeds < SEEDS_OF_A_FAULT && found.isEmpty(); seeds++) {
                found = finds(new Simulation(world, fault.firstSeed() + seeds, SeedKind.PROCESSES_DIE, fault));
            }
        }
        // Then
        System.out.printf(
                "%s: %s in %d seeds: %s%n",
                fault,
                found.isPresent() ? "found" : "not found",
                seeds,
                found.map(wrong -> wrong.getMessage().lines().limit(3).toList().toString())
                        .orElse(""));
        assertThat(found).isPresent();
    }

    private static Optional<AssertionError> finds(Simulation simulation) throws Exception {
        try {
            simulation.run();
            return Optional.empty();
        } catch (AssertionError wrong) {
            return Optional.of(wrong);
        }
    }

    /** What seeds came to, by kind. */
    private static final class Totals {

        private final Map<SeedKind, SeedSums> kinds = new EnumMap<>(SeedKind.class);
        private final List<String> failed = new ArrayList<>();

        private SeedSums of(SeedKind kind) {
            return kinds.computeIfAbsent(kind, none -> new SeedSums());
        }

        private long seeds() {
            return kinds.values().stream().mapToLong(sums -> sums.seeds).sum();
        }

        private void add(SimulatedWorld world, long seed) throws Exception {
            long begun = System.nanoTime();
            SeedSums sums = of(SeedKind.of(seed));
            try {
                sums.add(simulation(world, seed).run());
            } catch (AssertionError wrong) {
                failed.add("seed " + seed + ": " + wrong.getMessage());
                System.out.println(failed.get(failed.size() - 1));
            }
            sums.seeds++;
            sums.nanos += System.nanoTime() - begun;
        }

        private void add(Totals other) {
            failed.addAll(other.failed);
            other.kinds.forEach((kind, sums) -> of(kind).add(sums));
        }

        private void print() {
            kinds.forEach((kind, sums) -> System.out.println(kind + ": " + sums));
            System.out.println(failed.size() + " failed");
        }
    }

    /** What seeds of one kind came to. */
    private static final class SeedSums {

        private long seeds;
        private long facts;
        private long corrections;
        private long calls;
        private long crashes;
        private long broken;
        private long suspensions;
        private long swaps;
        private long wentBack;
        private long nanos;

        private void add(Simulation.Outcome outcome) {
            facts += outcome.facts();
            corrections += outcome.corrections();
            calls += outcome.calls();
            crashes += outcome.crashes();
            broken += outcome.broken();
            suspensions += outcome.suspensions();
            swaps += outcome.swaps();
            wentBack += outcome.wentBack();
        }

        private void add(SeedSums other) {
            seeds += other.seeds;
            facts += other.facts;
            corrections += other.corrections;
            calls += other.calls;
            crashes += other.crashes;
            broken += other.broken;
            suspensions += other.suspensions;
            swaps += other.swaps;
            wentBack += other.wentBack;
            nanos += other.nanos;
        }

        @Override
        public String toString() {
            return ("%d seeds, %d facts, %d corrections, %d calls, %d processes died, %d connections broke,"
                            + " %d processes suspended, %d swaps, %d times back, %d ms")
                    .formatted(
                            seeds,
                            facts,
                            corrections,
                            calls,
                            crashes,
                            broken,
                            suspensions,
                            swaps,
                            wentBack,
                            nanos / 1_000_000);
        }
    }

    private record Seeds(long first, long last) {

        /** Those of the system property; else as many as the gate has time for, each kind among them. */
        private static Seeds asked() {
            String[] ends = System.getProperty("simulation.seeds", "1-20").split("-", -1);
            return new Seeds(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
        }
    }
}
