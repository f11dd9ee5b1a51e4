package org.citestream.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Loopback ports: a free one, or whether a given one is free. */
public final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private FreePort() {}

    /** A port that was free a moment ago, below those that systems hand to outgoing connections. */
    public static int any() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST);
    }

    /** The port itself if it is not 0 and free, else any free one if it is 0. */
    static int orAny(int port, String who) {
        if (port == 0) {
            return any();
        }
        if (!isFree(port)) {
            throw new PlatformException(
                    PlatformException.Reason.PORT_TAKEN,
                    "Port " + port + " for " + who + " is taken by another program; stop it or choose another port.");
        }
        return port;
    }

    /** Whether a server could listen on this loopback port now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // As Kafka and PostgreSQL do: a connection of an earlier run that lingers does not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
