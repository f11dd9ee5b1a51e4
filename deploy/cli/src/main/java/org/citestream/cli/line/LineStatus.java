package org.citestream.cli.line;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * The status of all parts at the moment of the request.
 *
 * @param services by their folders' names
 */
public record LineStatus(Map<String, ServiceStatus> services, KafkaStatus kafka, PostgresStatus postgres) {

    private static final int PATIENCE_MILLIS = 1000;

    /** What can be seen of a part from outside. */
    public enum State {
        /** It responds and is ready. */
        ready,
        /** Its process lives, but it is not ready: it starts, catches up, or lacks broker or database. */
        starting,
        /** Its process is dead, or nothing listens. */
        down
    }

    /**
     * One service.
     *
     * @param restarts how often it died and was started again in this run
     */
    public record ServiceStatus(String url, State state, long pid, int restarts) {}

    /**
     * The broker.
     *
     * @param pid of the launcher, in which it lives
     */
    public record KafkaStatus(String bootstrapServers, State state, long pid) {}

    /** The database. */
    public record PostgresStatus(String jdbcUrl, State state) {}

    public LineStatus {
        services = Map.copyOf(services);
    }

    public static LineStatus of(RunRecord record) {
        var health = new Health();
        Map<String, ServiceStatus> services = new TreeMap<>();
        record.services().forEach((name, service) -> {
            State state;
            if (!service.process().isAlive()) {
                state = State.down;
            } else {
                state = health.isReady(service.url()) ? State.ready : State.starting;
            }
            services.put(
                    name,
                    new ServiceStatus(service.url(), state, service.process().pid(), service.restarts()));
        });
        String kafka = record.kafka().bootstrapServers();
        String postgres = record.postgres().jdbcUrl();
        return new LineStatus(
                services,
                new KafkaStatus(
                        kafka,
                        record.launcher().isAlive() ? listening("kafka://" + kafka) : State.down,
                        record.launcher().pid()),
                new PostgresStatus(postgres, listening(postgres.substring("jdbc:".length()))));
    }

    /** Whether all parts are there and ready. */
    @JsonIgnore
    public boolean isReady() {
        return services.size() == Service.values().length
                && services.values().stream().allMatch(service -> service.state() == State.ready)
                && kafka.state() == State.ready
                && postgres.state() == State.ready;
    }

    private static State listening(String address) {
        URI uri = URI.create(address);
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PATIENCE_MILLIS);
            return State.ready;
        } catch (java.io.IOException e) {
            return State.down;
        }
    }
}
