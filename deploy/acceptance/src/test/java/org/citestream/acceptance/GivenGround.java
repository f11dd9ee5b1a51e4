package org.citestream.acceptance;

import java.util.EnumMap;
import java.util.Map;
import org.citestream.platform.Platform;

/**
 * A line that runs already, in containers for instance: {@code -Dcitestream.acceptance.port=8080} names its first port,
 * the others follow as after {@code deploy/citestream up}. Its services are not ours to stop or kill, so tests that do
 * are skipped; a line that has the samples already passes no test that counts what they add.
 */
final class GivenGround implements Ground {

    private static final String PORT = "citestream.acceptance.port";
    private static final String HOST = "127.0.0.1";
    private static final int INGEST = 1;
    private static final int CLASSIFY = 2;
    private static final int KAFKA = 3;
    private static final int POSTGRES = 4;

    private final int base = Integer.getInteger(PORT);

    static boolean isWanted() {
        return System.getProperty(PORT) != null;
    }

    Map<Service, Integer> ports() {
        return new EnumMap<>(
                Map.of(Service.QUERY, base, Service.INGEST, base + INGEST, Service.CLASSIFY, base + CLASSIFY));
    }

    @Override
    public void start() {
        // It runs.
    }

    @Override
    public void stop() {
        // It is not ours.
    }

    @Override
    public void close() {
        // It is not ours.
    }

    @Override
    public Platform platform() {
        return new Platform() {
            @Override
            public String bootstrapServers() {
                return HOST + ":" + (base + KAFKA);
            }

            @Override
            public String jdbcUrl(String database) {
                return "jdbc:postgresql://" + HOST + ":" + (base + POSTGRES) + "/" + database;
            }

            @Override
            public String username() {
                throw new UnsupportedOperationException("only its services know it");
            }

            @Override
            public String password() {
                throw new UnsupportedOperationException("only its services know it");
            }

            @Override
            public void close() {
                // It is not ours.
            }
        };
    }
}
