package org.citestream.cli.line;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;

/** Handles a fatal error of the embedded broker, which would otherwise halt the whole process without a message. */
final class BrokerFailure {

    private static final long PATIENCE_MILLIS = 30_000;

    private BrokerFailure() {}

    /** From now on one line reports it, and the services and PostgreSQL stop in order. */
    static void tell(Consumer<String> told) {
        var first = new AtomicBoolean(true);
        Exit.Procedure end = (status, message) -> {
            // Each of its threads that hits the error halts again.
            if (!first.getAndSet(false)) {
                return;
            }
            told.accept("Kafka stopped itself" + (message == null ? "" : ": " + message)
                    + "; logs/platform.log tells why (a full disk, most often). Everything is stopped.");
            end(status == 0 ? 1 : status);
        };
        Exit.setHaltProcedure(end);
        Exit.setExitProcedure(end);
    }

    private static void end(int status) {
        // Kafka calls this from the very threads that an orderly end waits for.
        new Thread(() -> System.exit(status), "citestream-kafka-died").start();
        var last = new Thread(
                () -> {
                    try {
                        Thread.sleep(PATIENCE_MILLIS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(status);
                },
                "citestream-last-resort");
        last.setDaemon(true);
        last.start();
    }
}
