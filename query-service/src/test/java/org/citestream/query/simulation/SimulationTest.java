package org.citestream.query.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.citestream.platform.Database;
import org.citestream.platform.WithPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Projection, relay, publisher, feed, index, rebuild and swap as steps of one scheduler on a real database, with processes that
 * die and connections that break before and behind each statement. {@code -Dsimulation.seeds=1-10000} runs other seeds, and
 * {@code -Dsimulation.seeds=4711} one that has failed.
 */
@WithPlatform
class SimulationTest {

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
    void shouldLoseAndDoubleNothingWhenProcessesDie(Database database) throws Exception {
        run("processes die", database, seeds(1, 25), 0, false);
    }

    @Test
    void shouldLoseAndDoubleNothingWhenViewIsRebuilt(Database database) throws Exception {
        run("the view is rebuilt", database, seeds(1, 4), 2, false);
    }

    @Test
    void shouldLoseAndDoubleNothingWhenDatabaseGoesBack(Database database) throws Exception {
        run("the database goes back", database, seeds(1, 4), 0, true);
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

    private static void run(String kind, Database database, Seeds seeds, int rebuilds, boolean goesBack)
            throws Exception {
        List<String> failed = new ArrayList<>();
        long facts = 0;
        long calls = 0;
        long crashes = 0;
        long broken = 0;
        long swaps = 0;
        long wentBack = 0;
        long begun = System.nanoTime();
        try (SimulatedWorld world = new SimulatedWorld(database)) {
            for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
                try {
                    Simulation.Outcome outcome = new Simulation(world, seed, rebuilds, goesBack).run();
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
        }
        System.out.printf(
                "%s: seeds %d to %d, %d facts, %d calls, %d processes died, %d connections broke, %d swaps, %d times back, %d failed, %d ms%n",
                kind,
                seeds.first(),
                seeds.last(),
                facts,
                calls,
                crashes,
                broken,
                swaps,
                wentBack,
                failed.size(),
                (System.nanoTime() - begun) / 1_000_000);
        assertThat(failed).as("run one again with -Dsimulation.seeds=SEED").isEmpty();
        assertThat(facts).isPositive();
        assertThat(wentBack)
                .as("times the database went back")
                .isEqualTo(goesBack ? seeds.last() - seeds.first() + 1 : 0);
    }

    private record Seeds(long first, long last) {}

    private static Seeds seeds(long first, long last) {
        return Optional.ofNullable(System.getProperty("simulation.seeds"))
                .map(said -> said.split("-"))
                .map(ends -> new Seeds(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])))
                .orElse(new Seeds(first, last));
    }
}
