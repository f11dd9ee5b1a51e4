package org.citestream.platform;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a start that is under way has opened so far; a start that fails leaves nothing running. */
final class StartupResources {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** Closes the newest first; what goes wrong there is told with {@code reason}. */
    void closeAll(Exception reason) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                reason.addSuppressed(e);
            }
        }
    }
}
