package org.citestream.cli.line;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One service that is started again whenever it dies: after a second at first, then after twice as long each time, at
 * most half a minute; a life of a minute makes it start from a second again. Every exit is reported. A daemon thread of
 * its own watches the process.
 */
final class SupervisedService {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONG_LIFE = Duration.ofMinutes(1);

    private final Service service;
    private final ServiceLauncher launcher;
    private final Consumer<SupervisedService> changed;
    private final Consumer<String> told;

    private Process process;
    private Thread watcher;
    private int restarts;
    private boolean stopping;

    /**
     * Does not start it yet.
     *
     * @param changed called with this after every start, before anything else happens
     * @param told takes one line about each death
     */
    SupervisedService(
            Service service, ServiceLauncher launcher, Consumer<SupervisedService> changed, Consumer<String> told) {
        this.service = service;
        this.launcher = launcher;
        this.changed = changed;
        this.told = told;
    }

    Service service() {
        return service;
    }

    /** Starts it for the first time and watches over it from now on. */
    synchronized void start() throws IOException {
        launch();
        watcher = new Thread(this::watch, "citestream-watch-" + service.folder());
        watcher.setDaemon(true);
        watcher.start();
    }

    synchronized ProcessId id() {
        return ProcessId.of(process.toHandle());
    }

    synchronized int restarts() {
        return restarts;
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Asks it to end; it is not started again. */
    synchronized void askToStop() {
        stopping = true;
        if (watcher != null) {
            watcher.interrupt();
        }
        if (process != null) {
            process.destroy();
        }
    }

    /** Waits until it has ended, killing it at {@code deadline}. */
    void awaitStop(Instant deadline) throws InterruptedException {
        Process last = current();
        if (last == null) {
            return;
        }
        long left = Math.max(0, Duration.between(Instant.now(), deadline).toMillis());
        if (!last.waitFor(left, TimeUnit.MILLISECONDS)) {
            told.accept(service.folder() + " did not end in time and is killed.");
            last.destroyForcibly().waitFor();
        }
    }

    private void watch() {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                Instant began = Instant.now();
                Process watched = current();
                int exitCode = watched.waitFor();
                if (isStopping()) {
                    return;
                }
                pause = isLong(began) ? FIRST_PAUSE : pause;
                told.accept(service.folder() + " (process " + watched.pid() + ") died with exit code " + exitCode
                        + "; it is started again in " + pause.toSeconds() + " s. Log: " + launcher.logOf(service));
                Thread.sleep(pause.toMillis());
                pause = longer(pause);
                relaunch();
            }
        } catch (InterruptedException e) {
            // Asked to stop.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void relaunch() {
        if (stopping) {
            return;
        }
        restarts++;
        try {
            launch();
        } catch (IOException e) {
            told.accept(service.folder() + " could not be started again: " + e.getMessage());
        }
    }

    /** Only between launching and recording a process can a killed launcher leave an unknown child. */
    private void launch() throws IOException {
        process = launcher.launch(service);
        changed.accept(this);
    }

    private synchronized Process current() {
        return process;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private static boolean isLong(Instant began) {
        return Duration.between(began, Instant.now()).compareTo(LONG_LIFE) > 0;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
