package org.citestream.cli.line;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, distinguishable from a later one with the same id.
 *
 * @param started absent where the system does not tell
 */
public record ProcessId(long pid, Optional<Instant> started) {

    /** Systems tell start times in ticks after boot, and boot time in whole seconds. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), process.info().startInstant());
    }

    /** The process itself, if it still lives. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> isSame(process.info().startInstant()));
    }

    public boolean isAlive() {
        return find().isPresent();
    }

    private boolean isSame(Optional<Instant> other) {
        if (started.isEmpty() || other.isEmpty()) {
            return true;
        }
        return Duration.between(started.get(), other.get()).abs().compareTo(TOLERANCE) <= 0;
    }
}
