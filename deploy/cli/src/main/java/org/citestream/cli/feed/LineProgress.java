package org.citestream.cli.feed;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Plain lines, one every few seconds, for logs and pipes. */
final class LineProgress implements Progress {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final String task;
    private final long files;
    private final PrintStream out;
    private final Instant began = Instant.now();
    private Instant next = began.plus(PAUSE);
    private long done;

    LineProgress(String task, long files, PrintStream out) {
        this.task = task;
        this.files = files;
        this.out = out;
    }

    @Override
    public synchronized void step() {
        done++;
        Instant now = Instant.now();
        if (now.isAfter(next)) {
            next = now.plus(PAUSE);
            long seconds = Math.max(1, Duration.between(began, now).toSeconds());
            out.println(task + ": " + done + " of " + Math.max(files, done) + ", " + done / seconds + " a second");
        }
    }

    @Override
    public synchronized void tell(String line) {
        out.println(line);
    }

    @Override
    public void close() {
        // Nothing to redraw: every line is independent.
    }
}
