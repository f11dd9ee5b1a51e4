package org.citestream.query.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.citestream.query.change.SteppedChanges;
import org.citestream.query.project.HastySettings;
import org.citestream.query.project.SteppedProjection;
import org.citestream.query.project.event.CorrectionFact;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.generation.ActiveGeneration;
import org.citestream.query.project.write.RandomLog;
import org.citestream.query.search.IndexFollower;

/**
 * One seed: two processes with projection, relay, publisher, feed, index and, if wanted, rebuilds, on one real database. Facts
 * are acknowledged, partitions move, connections break and processes die as the seed says; then all is calm, and what is
 * there must be what the plain rules make of what was acknowledged.
 */
final class Simulation {

    private static final int CLASSIFIED = 3;

    /** Many short seeds meet more schedules than few long ones. */
    private static final int FEWEST_STEPS = 3;

    private static final int MORE_STEPS = 8;
    private static final int SHORTEST_SUSPENSION = 10;
    private static final int LONGER_SUSPENSION = 60;
    private static final int FEWEST_CALLS = 150;
    private static final int MORE_CALLS = 600;
    private static final int MOST_TURNS_TO_REST = 500;
    private static final String GROUP_REDRIVE = "redrive.citestream.projection";
    private static final Duration LONG = Duration.ofHours(1);
    private static final Set<String> PASSING = Set.of("08006", "08003", "55P03", "42P01", "3F000");

    private final SimulatedWorld world;
    private final Random random;
    private final Scheduler scheduler;
    private final SimulatedBroker broker;
    private final Acknowledged acknowledged;
    private final List<ServiceInstance> processes = new ArrayList<>();
    private final List<Scheduler.Actor> projections = new ArrayList<>();
    private final List<Scheduler.Actor> relays = new ArrayList<>();
    private final List<Scheduler.Actor> publishers = new ArrayList<>();
    private final List<Scheduler.Actor> rebuilding = new ArrayList<>();
    private final List<TopicPartition> read = new ArrayList<>();
    private final HastySettings settings;
    private final int relayed;
    private final SeedKind kind;
    private final KnownFault fault;
    private int rebuilds;
    private int swaps;
    private int suspensions;
    private int wentBack;

    /** @param fault put back on purpose */
    Simulation(SimulatedWorld world, long seed, SeedKind kind, KnownFault fault) {
        this.world = world;
        this.random = new Random(seed);
        this.kind = kind;
        this.fault = fault;
        this.rebuilds = kind.rebuilds();
        this.scheduler = new Scheduler(random, Scheduler.Faults.of(random));
        this.broker = new SimulatedBroker(scheduler);
        this.acknowledged = new Acknowledged(broker);
        this.settings = new HastySettings(1 + random.nextInt(25), random.nextBoolean() ? LONG : Duration.ZERO);
        this.relayed = 1 + random.nextInt(12);
        broker.topic("citations.classified.v1", CLASSIFIED);
        broker.topic("citations.publications.v1", 1);
        broker.topic("citations.corrections.v1", 1);
        broker.topic(GROUP_REDRIVE, CLASSIFIED);
        read.addAll(broker.partitions("citations.classified.v1"));
        read.addAll(broker.partitions("citations.publications.v1"));
        read.addAll(broker.partitions("citations.corrections.v1"));
        read.addAll(broker.partitions(GROUP_REDRIVE));
        broker.topic("dlq.citestream.projection.citations.classified.v1", CLASSIFIED);
        broker.topic("citestream.control.v1", 1);
        broker.topic(SteppedChanges.TOPIC, 3);
    }

    /**
     * What a seed came to.
     *
     * @param facts acknowledged, {@code corrections} among them
     * @param calls places where something could go wrong
     */
    record Outcome(
            int facts,
            int corrections,
            int calls,
            int crashes,
            int broken,
            int suspensions,
            int swaps,
            int wentBack,
            List<String> trace) {}

    /**
     * Runs it.
     *
     * @throws AssertionError if anything is not as it must be, with the last calls
     */
    Outcome run() throws Exception {
        world.reset();
        processes.add(new ServiceInstance("one"));
        processes.add(new ServiceInstance("two"));
        try {
            for (ServiceInstance process : processes) {
                process.boot();
                process.live();
            }
            // What a rebuild may wait for comes before it in each round.
            for (ServiceInstance process : processes) {
                process.rebuilds();
            }
            assign();
            List<LoggedFact<Fact>> facts =
                    new RandomLog(random.nextLong()).entries(FEWEST_STEPS + random.nextInt(MORE_STEPS));
            storm(facts);
            scheduler.calm();
            rest();
            new Checker(world, broker, acknowledged).atRest(wentBack > 0);
            for (ServiceInstance process : processes) {
                process.check();
            }
            return new Outcome(
                    facts.size(),
                    (int) facts.stream()
                            .filter(entry -> entry.fact() instanceof CorrectionFact)
                            .count(),
                    scheduler.calls(),
                    scheduler.crashes(),
                    scheduler.broken(),
                    suspensions,
                    swaps,
                    wentBack,
                    scheduler.trace());
        } catch (Throwable wrong) {
            List<String> trace = scheduler.trace();
            throw new AssertionError(
                    wrong.getMessage() + "\nlast of " + trace.size() + " calls:\n"
                            + String.join("\n", trace.subList(Math.max(0, trace.size() - 80), trace.size())),
                    wrong);
        } finally {
            scheduler.end();
            for (ServiceInstance process : processes) {
                if (process.connections != null) {
                    process.connections.breakAll();
                }
            }
        }
    }

    private void storm(List<LoggedFact<Fact>> facts) throws Exception {
        int sent = 0;
        int calls = FEWEST_CALLS + random.nextInt(MORE_CALLS);
        while (scheduler.calls() < calls || sent < facts.size() || awaitsItsKind()) {
            if (random.nextInt(3) == 0) {
                int end = Math.min(facts.size(), sent + 1 + random.nextInt(12));
                facts.subList(sent, end).forEach(acknowledged::send);
                sent = end;
            }
            if (random.nextInt(100) == 0) {
                acknowledged.sendUnreadable(read.get(random.nextInt(CLASSIFIED)));
            }
            if (random.nextInt(20) == 0) {
                assign();
            }
            if (random.nextInt(50) == 0) {
                suspend();
            }
            if (kind == SeedKind.DATABASE_GOES_BACK && wentBack == 0 && random.nextInt(6) == 0) {
                goBack();
            }
            if (random.nextInt(60) == 0) {
                new Checker(world, broker, acknowledged).atAnyMoment();
            }
            scheduler.step();
        }
    }

    /** Whether what makes this seed one of its kind has not happened yet. */
    private boolean awaitsItsKind() {
        return (rebuilds == kind.rebuilds() && rebuilds > 0) || (kind == SeedKind.DATABASE_GOES_BACK && wentBack == 0);
    }

    /** First the database is kept as it is, then, at some time, put back. All lose their connections, and live on. */
    private void goBack() throws SQLException {
        if (!world.hasCopy() && new Checker(world, broker, acknowledged).publishedNumber() == 0) {
            // Of a database that has never published a number nobody can tell that it has forgotten some.
            return;
        }
        for (ServiceInstance process : processes) {
            process.connections.breakAll();
        }
        if (world.hasCopy()) {
            world.goBack();
            wentBack++;
            scheduler.note("the database goes back");
        } else {
            world.keep();
            scheduler.note("the database is copied");
        }
    }

    /** Until all that was acknowledged has gone all the way, stage by stage. */
    private void rest() throws Exception {
        scheduler.finish(rebuilding);
        Checker checker = new Checker(world, broker, acknowledged);
        until(() -> checker.isProjected(read), projections);
        until(checker::isRelayed, relays);
        until(checker::isPublished, publishers);
        for (ServiceInstance process : processes) {
            until(process::isAtRest, process.followers);
        }
        String standing = checker.standing(read);
        assertThat(standing).as("at rest").isEmpty();
    }

    private void until(RestCondition reached, List<Scheduler.Actor> turning) throws Exception {
        for (int turn = 0; turn < MOST_TURNS_TO_REST; turn++) {
            for (Scheduler.Actor actor : turning) {
                scheduler.turn(actor);
                scheduler.turn(actor);
            }
            if (reached.holds()) {
                return;
            }
        }
        throw new AssertionError("does not come to rest: " + new Checker(world, broker, acknowledged).standing(read));
    }

    /** Of what is in the database. */
    @FunctionalInterface
    private interface RestCondition {

        boolean holds() throws SQLException;
    }

    /** Each partition to one of the processes. */
    private void assign() {
        assign(processes);
    }

    private void assign(List<ServiceInstance> alive) {
        Map<String, Set<TopicPartition>> members = new LinkedHashMap<>();
        alive.forEach(process -> members.put(process.name, new HashSet<>()));
        read.forEach(partition ->
                members.get(alive.get(random.nextInt(alive.size())).name).add(partition));
        broker.assign(members);
    }

    /** One of the processes is taken for dead, and is not: the other gets its partitions, and it goes on where it stood. */
    private void suspend() {
        ServiceInstance one = processes.get(random.nextInt(processes.size()));
        scheduler.suspend(one, SHORTEST_SUSPENSION + random.nextInt(LONGER_SUSPENSION));
        scheduler.note(one.name + " is suspended");
        suspensions++;
        assign(processes.stream().filter(process -> process != one).toList());
    }

    /** One instance of the service. */
    private final class ServiceInstance implements SimulatedProcess {

        private final String name;
        private final MemoryIndex index = new MemoryIndex();
        private final List<Scheduler.Actor> followers = new ArrayList<>();
        private SimulatedConnections connections;
        private SteppedProjection projection;
        private SteppedChanges changes;
        private IndexFollower follower;
        private boolean followed;
        private boolean dead;

        private ServiceInstance(String name) {
            this.name = name;
        }

        private void boot() throws SQLException {
            connections = new SimulatedConnections(world.pool(), scheduler, fault, kind.rebuilds() > 0);
            ActiveGeneration active = new ActiveGeneration(connections);
            active.current();
            projection = new SteppedProjection(broker.clients(name), connections, active, settings);
            changes = new SteppedChanges(broker.clients(name), connections, active, relayed);
            index.crash();
            follower = new IndexFollower(connections, index, 1 + random.nextInt(6));
            followed = false;
        }

        private void live() {
            projections.add(scheduler.add(name + " projection", this, () -> projection.step()));
            relays.add(scheduler.add(name + " relay", this, () -> retried(() -> changes.relay())));
            publishers.add(scheduler.add(name + " publisher", this, () -> retried(() -> changes.publish())));
            followers.add(scheduler.add(name + " feed", this, () -> retried(() -> changes.feed())));
            followers.add(scheduler.add(name + " index", this, () -> retried(this::follow)));
        }

        private void rebuilds() {
            if (rebuilds > 0) {
                rebuilding.add(scheduler.add(name + " rebuild", this, this::rebuild));
            }
        }

        private void follow() throws Exception {
            followed = !follower.step();
            if (random.nextInt(4) == 0 && follower.reached().generation() > 0) {
                index.commit(follower.reached());
            }
        }

        private void rebuild() throws InterruptedException {
            if (rebuilds == 0 || random.nextInt(4) > 0) {
                scheduler.at("has nothing to rebuild", false);
                return;
            }
            rebuilds--;
            if (projection.rebuild()) {
                swaps++;
            } else {
                // Readers see what they saw; whoever began it sees that it has failed.
                scheduler.at("has not rebuilt", false);
            }
        }

        /** What loops do about failures that pass; any other is a bug. */
        private void retried(Scheduler.Turn turn) throws Exception {
            try {
                turn.run();
            } catch (SQLException failure) {
                // Lost connections, locks, and the schema of a generation that is gone since it was asked for.
                if (!PASSING.contains(String.valueOf(failure.getSQLState()))) {
                    throw failure;
                }
            }
        }

        @Override
        public boolean isDead() {
            return dead;
        }

        @Override
        public void die() {
            dead = true;
        }

        @Override
        public void restart() throws SQLException {
            connections.breakAll();
            checkFed();
            dead = false;
            boot();
        }

        private boolean isAtRest() throws SQLException {
            var fed = changes.fed();
            long last = new Checker(world, broker, acknowledged).lastNumber();
            return followed
                    && follower.reached().sequence() == last
                    && (fed.isEmpty() || fed.get(fed.size() - 1).sequence() == last);
        }

        private void check() throws Exception {
            checkFed();
            new Checker(world, broker, acknowledged).index(name, index);
        }

        private void checkFed() {
            long before = -1;
            for (var change : changes.fed()) {
                assertThat(before == -1
                                || change.sequence() == before + 1
                                || (wentBack > 0 && change.sequence() > before))
                        .as("%s: the feed gives %d behind %d", name, change.sequence(), before)
                        .isTrue();
                before = change.sequence();
            }
        }
    }
}
