package org.citestream.acceptance;

import org.citestream.platform.Platform;

/**
 * Containers, which {@link Platform#startThrowAway()} gives where they are asked for. Their data would end with them, so
 * they run on over a restart of the line: there it is the services that must keep everything.
 */
final class ContainerGround implements Ground {

    private Platform platform;

    /** Whether this run asks for containers: {@code mvn -Pcontainers}. */
    static boolean isWanted() {
        return "containers".equals(System.getProperty("citestream.platform"));
    }

    @Override
    public void start() {
        if (platform == null) {
            platform = Platform.startThrowAway();
        }
    }

    @Override
    public void stop() {
        // They run on, see above.
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public void close() {
        if (platform != null) {
            platform.close();
        }
    }
}
