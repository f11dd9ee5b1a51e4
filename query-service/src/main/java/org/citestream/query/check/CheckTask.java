package org.citestream.query.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.citestream.kit.problem.Problem;

/**
 * A check that runs by itself: a manuscript on its way to a report, in memory. It ends in a report, in a problem, or by being
 * cancelled. Thread-safe.
 */
public final class CheckTask {

    /** Where a check stands. */
    public enum TaskState {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** Whether nothing more will happen. */
        public boolean isEnd() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    private final String id;
    private final Optional<ListFormat> format;
    private CountDownLatch ended = new CountDownLatch(1);
    private byte[] manuscript;
    private TaskState state = TaskState.WAITING;
    private Instant endedAt;
    private int references;
    private int checked;
    private CheckReport report;
    private Problem problem;

    /** @param format what the manuscript is; by what it looks like if empty */
    CheckTask(String id, byte[] manuscript, Optional<ListFormat> format) {
        this.id = id;
        this.manuscript = manuscript;
        this.format = format;
    }

    /** A name that nobody can guess. */
    public String id() {
        return id;
    }

    public synchronized TaskState state() {
        return state;
    }

    /** References of the list; 0 before it is read. */
    public synchronized int references() {
        return references;
    }

    /** References that are done. */
    public synchronized int checked() {
        return checked;
    }

    /** The report, once it is done. */
    public synchronized Optional<CheckReport> report() {
        return Optional.ofNullable(report);
    }

    /** Why there is no report, once it has failed. */
    public synchronized Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Whether the manuscript is still here, so that it can be checked again. */
    public synchronized boolean holdsManuscript() {
        return manuscript != null;
    }

    /** Waits for the end, at most so long; whether it has ended. */
    public boolean await(Duration most) {
        CountDownLatch end;
        synchronized (this) {
            end = ended;
        }
        try {
            return end.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Optional<ListFormat> format() {
        return format;
    }

    synchronized byte[] manuscript() {
        return manuscript;
    }

    synchronized long bytes() {
        return manuscript == null ? 0 : manuscript.length;
    }

    /** When it ended, or null. */
    public synchronized Instant endedAt() {
        return endedAt;
    }

    /** Whether it is to be run: it may have been cancelled while it waited. */
    synchronized boolean begin() {
        if (state != TaskState.WAITING) {
            return false;
        }
        state = TaskState.RUNNING;
        return true;
    }

    synchronized void read(int listed) {
        references = listed;
    }

    /** @throws CancellationException if it was cancelled meanwhile */
    synchronized void progress(int done) {
        if (state == TaskState.CANCELLED) {
            throw new CancellationException("The check was cancelled");
        }
        checked = done;
    }

    synchronized void done(CheckReport its, Instant at) {
        if (state == TaskState.RUNNING) {
            report = its;
            end(TaskState.DONE, at);
        }
    }

    synchronized void failed(Problem its, Instant at) {
        if (state == TaskState.RUNNING) {
            problem = its;
            end(TaskState.FAILED, at);
        }
    }

    synchronized void cancel(Instant at) {
        if (!state.isEnd()) {
            manuscript = null;
            end(TaskState.CANCELLED, at);
        }
    }

    synchronized void forgetManuscript() {
        manuscript = null;
    }

    /** Once more from the start; whether the manuscript is still there for it. */
    synchronized boolean again() {
        if (manuscript == null || !state.isEnd()) {
            return false;
        }
        state = TaskState.WAITING;
        ended = new CountDownLatch(1);
        endedAt = null;
        report = null;
        problem = null;
        references = 0;
        checked = 0;
        return true;
    }

    private void end(TaskState how, Instant at) {
        state = how;
        endedAt = at;
        ended.countDown();
    }
}
