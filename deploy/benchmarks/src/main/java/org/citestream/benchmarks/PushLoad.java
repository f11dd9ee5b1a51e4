package org.citestream.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Changes at a steady rate while thousands read: appended to the log as classified statements, one article each. */
final class PushLoad {

    private static final int WORKS = 20_000;
    private static final int FOLLOWED = 10;
    private static final String TOPIC = "citations.classified.v1";

    private final RunningLine line;
    private final long queryPid;

    PushLoad(RunningLine line, long queryPid) {
        this.line = line;
        this.queryPid = queryPid;
    }

    /** Prints memory before, with the readers, and after the load, and how late the changes came. */
    void run(int readers, int unfiltered, int rate, int seconds) throws IOException, InterruptedException {
        System.out.println("resident before: " + resident());
        try (ManyReaders all = new ManyReaders(line.query());
                Appender log = new Appender(line.bootstrapServers())) {
            all.open(readers, FOLLOWED, WORKS);
            all.open(unfiltered, 0, 1);
            all.start();
            TimeUnit.SECONDS.sleep(5);
            System.out.println("resident with " + (readers + unfiltered) + " readers: " + resident());
            long start = System.nanoTime();
            long changes = (long) rate * seconds;
            for (long i = 0; i < changes; i++) {
                OneStatement.append(log, TOPIC, i, WORKS);
                LockSupport.parkNanos(start + (i + 1) * 1_000_000_000L / rate - System.nanoTime());
            }
            TimeUnit.SECONDS.sleep(5);
            System.out.println("resident after " + changes + " changes: " + resident());
            System.out.println("lag of readers with a filter: " + lag(all.filtered));
            System.out.println("lag of readers without: " + lag(all.unfiltered) + ", expected " + changes * unfiltered
                    + " events");
            System.out.println("connections ended by the service: " + all.ended());
        }
    }

    private static String lag(List<Long> millis) {
        if (millis.isEmpty()) {
            return "no events";
        }
        List<Long> sorted = millis.stream().sorted().toList();
        int n = sorted.size();
        return String.format(
                Locale.ROOT,
                "%d events, median %d ms, p99 %d ms, longest %d ms",
                n,
                sorted.get(n / 2),
                sorted.get(Math.min(n - 1, n * 99 / 100)),
                sorted.get(n - 1));
    }

    private String resident() throws IOException {
        for (String field : Files.readAllLines(Path.of("/proc/" + queryPid + "/status"))) {
            if (field.startsWith("VmRSS:")) {
                return field.substring(6).strip();
            }
        }
        return "unknown";
    }
}
