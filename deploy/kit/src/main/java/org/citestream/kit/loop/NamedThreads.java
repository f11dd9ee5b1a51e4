package org.citestream.kit.loop;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads of a pool, named by a prefix and a number from 1; they do not keep the Java process from ending. Thread-safe. */
public final class NamedThreads implements ThreadFactory {

    private final String prefix;
    private final AtomicInteger number = new AtomicInteger();

    public NamedThreads(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, prefix + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
