package org.citestream.query.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * Runs the threads of simulated processes one at a time. Before and after each statement of the database, and at each call
 * of the broker, the seed decides whether the thread goes on, another gets its turn, the connection breaks or the process
 * dies. All that happens follows from the seed, so a failing one can be run again.
 */
final class Scheduler {

    /** What happens to a call. */
    enum Fate {
        GOES_ON,
        CONNECTION_BREAKS
    }

    /** A turn of a thread, as its loop would take it. */
    @FunctionalInterface
    interface Turn {

        void run() throws Exception;
    }

    private static final int MOST_CALLS_OF_A_TURN = 20_000;
    private static final int LONGEST_STANDING = 150;
    private static final int MOST_ROUNDS = 5_000;
    private static final ThreadLocal<Actor> SELF = new ThreadLocal<>();

    private final Random random;
    private final Faults faults;
    private final List<String> trace = new ArrayList<>();
    private final List<Actor> actors = new ArrayList<>();
    private boolean calm;
    private boolean whole;
    private int steps;
    private int callsOfTurn;
    private int crashes;
    private int broken;

    Scheduler(Random random, Faults faults) {
        this.random = random;
        this.faults = faults;
    }

    /**
     * How often things go wrong, each as a share of the calls.
     *
     * @param switching to another thread
     * @param standing still for long, as a thread does whose processor or collector of garbage is busy
     * @param crash of the whole process
     * @param breaking of one connection, before or after the statement
     */
    record Faults(double switching, double standing, double crash, double breaking) {

        /** Some seeds have much of one kind and nothing of another. */
        static Faults of(Random random) {
            return new Faults(
                    pick(random, .1, .3, .6),
                    pick(random, 0, .02, .06),
                    pick(random, 0, .008, .025),
                    pick(random, 0, .015, .05));
        }

        private static double pick(Random random, double... among) {
            return among[random.nextInt(among.length)];
        }
    }

    /** The process dies here: no code of it may catch this and go on. */
    static final class CrashException extends Error {

        private static final long serialVersionUID = 1L;

        private CrashException() {
            super("the simulated process dies", null, false, false);
        }
    }

    /** A thread of a process, which takes one turn after the other. */
    static final class Actor {

        private final String name;
        private final SimulatedProcess process;
        private final Turn turn;
        private final Semaphore go = new Semaphore(0);
        private final Semaphore back = new Semaphore(0);
        private final Thread thread;
        private boolean withinTurn;
        private int standsUntil;
        private boolean ended;
        private Throwable failure;

        private Actor(String name, SimulatedProcess process, Turn turn) {
            this.name = name;
            this.process = process;
            this.turn = turn;
            this.thread = new Thread(this::live, "simulated " + name);
            this.thread.setDaemon(true);
            this.thread.start();
        }

        private void live() {
            SELF.set(this);
            go.acquireUninterruptibly();
            while (!ended) {
                withinTurn = true;
                try {
                    turn.run();
                } catch (CrashException died) {
                    // Its process starts again.
                } catch (Throwable wrong) {
                    failure = wrong;
                }
                withinTurn = false;
                hand();
            }
            back.release();
        }

        private void hand() {
            back.release();
            go.acquireUninterruptibly();
        }

        /** Lets it run until it hands the turn back. */
        private void resume() throws Exception {
            go.release();
            back.acquireUninterruptibly();
            if (failure != null) {
                throw new AssertionError(name + " failed: " + failure, failure);
            }
        }
    }

    /** Another thread of a process. */
    Actor add(String name, SimulatedProcess process, Turn turn) {
        Actor actor = new Actor(name, process, turn);
        actors.add(actor);
        return actor;
    }

    /** Lets one of the threads run until another should. */
    void step() throws Exception {
        steps++;
        List<Actor> awake =
                actors.stream().filter(actor -> actor.standsUntil <= steps).toList();
        resume(
                awake.isEmpty()
                        ? Collections.min(actors, Comparator.comparingInt(actor -> actor.standsUntil))
                        : awake.get(random.nextInt(awake.size())));
    }

    /** Lets no thread of a process run for so many steps, as when it is suspended. */
    void suspend(SimulatedProcess process, int forSteps) {
        actors.stream()
                .filter(actor -> actor.process == process)
                .forEach(actor -> actor.standsUntil = steps + forSteps);
    }

    /** From now on nothing goes wrong. */
    void calm() {
        calm = true;
    }

    /**
     * Lets every thread finish the turn it is in.
     *
     * @param waiting those whose turns may wait for turns of others, which take more of them until then
     */
    void finish(List<Actor> waiting) throws Exception {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean others = waiting.stream().anyMatch(actor -> actor.withinTurn);
            if (!others && actors.stream().noneMatch(actor -> actor.withinTurn)) {
                return;
            }
            for (Actor actor : actors) {
                if (others || actor.withinTurn) {
                    resume(actor);
                }
            }
        }
        throw new AssertionError("turns do not end");
    }

    /** Lets a thread that is in no turn take one, whole. */
    void turn(Actor actor) throws Exception {
        whole = true;
        callsOfTurn = 0;
        resume(actor);
        whole = false;
    }

    private void resume(Actor actor) throws Exception {
        actor.resume();
        if (actor.process.isDead()) {
            // The others of the process die where they stand.
            for (Actor other : actors) {
                while (other.process == actor.process && other.withinTurn) {
                    other.resume();
                }
            }
            actor.process.restart();
        }
    }

    /** Ends all threads, where they stand. */
    void end() throws Exception {
        for (Actor actor : actors) {
            actor.process.die();
        }
        for (Actor actor : actors) {
            while (actor.withinTurn && actor.failure == null) {
                actor.resume();
            }
            actor.ended = true;
            actor.go.release();
            actor.thread.join();
        }
    }

    /**
     * A place where the turn may go to another thread and things may go wrong. Threads of no process pass.
     *
     * @param mayBreak whether what comes next can fail for itself
     */
    Fate at(String place, boolean mayBreak) {
        Actor self = SELF.get();
        if (self == null) {
            return Fate.GOES_ON;
        }
        diesIfDead(self);
        trace.add(self.name + ": " + place);
        if (whole) {
            if (++callsOfTurn > MOST_CALLS_OF_A_TURN) {
                throw new AssertionError(self.name + " does not end its turn");
            }
            return Fate.GOES_ON;
        }
        double turned = random.nextDouble();
        if (turned < faults.standing()) {
            self.standsUntil = steps + random.nextInt(LONGEST_STANDING);
            trace.add(self.name + ": stands still");
        }
        if (turned < faults.standing() + faults.switching()) {
            self.hand();
            diesIfDead(self);
        }
        if (calm) {
            return Fate.GOES_ON;
        }
        double fate = random.nextDouble();
        if (fate < faults.crash()) {
            crashes++;
            trace.add(self.name + " dies");
            self.process.die();
            throw new CrashException();
        }
        if (mayBreak && fate < faults.crash() + faults.breaking()) {
            broken++;
            trace.add(self.name + ": its connection breaks");
            return Fate.CONNECTION_BREAKS;
        }
        return Fate.GOES_ON;
    }

    /** Whether the thread that asks is one of a process that has died. */
    boolean isDying() {
        Actor self = SELF.get();
        return self != null && self.process.isDead();
    }

    private static void diesIfDead(Actor self) {
        if (self.process.isDead()) {
            throw new CrashException();
        }
    }

    /** What happens to all. */
    void note(String what) {
        trace.add(what);
    }

    /** All that happened, in order. */
    List<String> trace() {
        return List.copyOf(trace);
    }

    /** How many calls were made, at which something could go wrong. */
    int calls() {
        return trace.size();
    }

    int crashes() {
        return crashes;
    }

    int broken() {
        return broken;
    }
}
