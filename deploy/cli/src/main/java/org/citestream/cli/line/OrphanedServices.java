package org.citestream.cli.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.citestream.cli.line.RunRecord.RunningService;
import org.citestream.platform.Platform;

/**
 * Services that outlived their launcher. They would use the new broker and database unnoticed, so they are stopped.
 */
public final class OrphanedServices {

    private OrphanedServices() {}

    /**
     * Ends the services in {@code record}, whose launcher is dead, then PostgreSQL, which may hold their port, and forgets
     * the run last, so that an interrupted ending can be repeated.
     *
     * @return how many there were
     */
    public static int end(Path data, RunRecord record, Duration patience) {
        List<ProcessHandle> alive = record.services().values().stream()
                .map(RunningService::process)
                .flatMap(process -> process.find().stream())
                .toList();
        alive.forEach(ProcessHandle::destroy);
        alive.forEach(process -> awaitEnd(process, patience));
        Platform.endLeftovers(data);
        forget(data);
        return alive.size();
    }

    private static void awaitEnd(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static void forget(Path data) {
        try {
            RunRecord.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the record of the killed run in " + data, e);
        }
    }
}
