package org.citestream.cli.feed;

import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on a terminal; lines that must be seen scroll by above it. */
final class BarProgress implements Progress {

    private final ProgressBar bar;

    /** @param files expected; archives may hold more, then the bar stretches */
    BarProgress(String task, long files) {
        this.bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(files)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .setConsumer(new InteractiveConsoleProgressBarConsumer(System.err))
                .build();
    }

    @Override
    public synchronized void step() {
        bar.step();
        if (bar.getCurrent() > bar.getMax()) {
            bar.maxHint(bar.getCurrent());
        }
    }

    @Override
    public synchronized void tell(String line) {
        // Carriage return and "erase line": the bar draws itself anew at its next refresh.
        System.err.println("\r\u001b[2K" + line);
    }

    @Override
    public void close() {
        bar.close();
    }
}
