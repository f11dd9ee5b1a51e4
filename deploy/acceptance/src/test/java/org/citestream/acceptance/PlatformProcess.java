package org.citestream.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import org.citestream.platform.Platform;
import org.citestream.platform.PlatformSettings;

/** A broker and its database as a process of its own, which can be killed; it ends in order when its input does. */
final class PlatformProcess {

    /** What it prints when both answer. */
    static final String READY = "platform ready";

    private PlatformProcess() {}

    /** Takes the directory and the ports of Kafka and PostgreSQL. */
    public static void main(String[] arguments) throws IOException {
        Platform platform = Platform.start(PlatformSettings.keptIn(Path.of(arguments[0]))
                .withPorts(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
        System.out.println(READY);
        while (System.in.read() >= 0) {
            // Nothing is said to it.
        }
        platform.close();
        // Kafka's threads keep a process alive.
        System.exit(0);
    }
}
