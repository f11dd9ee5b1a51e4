package org.citestream.training.bert;

import java.time.Duration;
import java.util.function.Consumer;

/** Reports the progress of training: loss, speed and time left. */
final class Progress {

    private static final int TOLD_STEPS = 20;
    private static final double MEMORY = 0.98;

    private final int total;
    private final int from;
    private final Consumer<String> log;
    private final long begun = System.nanoTime();
    private double loss;
    private long examples;

    /** For this many steps, from where training resumed. */
    Progress(int total, int from, Consumer<String> log) {
        this.total = total;
        this.from = from;
        this.log = log;
    }

    void step(int step, double now, int size) {
        loss = examples == 0 ? now : MEMORY * loss + (1 - MEMORY) * now;
        examples += size;
        if (step % TOLD_STEPS == 0) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            Duration left = Duration.ofSeconds((long) (seconds / (step - from) * (total - step)));
            log.accept("step %d of %d, loss %.4f, %.1f examples/s, %d min %02d s left"
                    .formatted(step, total, loss, examples / seconds, left.toMinutes(), left.toSecondsPart()));
        }
    }
}
