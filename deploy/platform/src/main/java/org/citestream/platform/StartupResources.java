package org.citestream.platform;

import java.util.ArrayDeque;
import java.util.Deque;

/** The resources opened so far during startup; a failed start leaves nothing running. */
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
