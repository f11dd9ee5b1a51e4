package org.citestream.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.platform.FreePort;
import org.citestream.platform.Platform;

/**
 * The whole line: a broker, a database and the three packaged services on free loopback ports, which stay the same over
 * restarts; or one that runs already. Not safe for several threads, but its {@link #ingest()} and {@link #query()} are.
 */
final class Line implements AutoCloseable {

    /** Who was killed is missed as soon as the broker allows. */
    private static final Map<String, String> HASTE = Map.of(
            "citestream.catalogue.session-timeout", "6s",
            "citestream.classify.session-timeout", "6s",
            "citestream.projection.session-timeout", "6s");

    private final Ground ground;
    private final Path data;
    private final Map<Service, Integer> ports;
    /** Empty where the services are not ours. */
    private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);

    private Line(Ground ground, Path data, Map<Service, Integer> ports) {
        this.ground = ground;
        this.data = data;
        this.ports = Map.copyOf(ports);
    }

    /** A line that runs already. */
    static Line at(GivenGround given) {
        var line = new Line(given, Checkout.target(), given.ports());
        for (Service service : Service.values()) {
            ServiceProcess.awaitReady(service.folder(), line.api(service));
        }
        return line;
    }

    /** Starts everything and waits until all of it is ready; nothing is left running if anything fails. */
    static Line start(Ground ground, Path data) {
        // Before anything starts: a missing jar is the commonest mistake and costs no waiting.
        for (Service service : Service.values()) {
            service.jar();
        }
        Map<Service, Integer> free = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            free.put(service, FreePort.any());
        }
        var line = new Line(ground, data, free);
        Runtime.getRuntime().addShutdownHook(new Thread(line::killAll, "acceptance-reaper"));
        try {
            ground.start();
            line.startServices();
            return line;
        } catch (RuntimeException | AssertionError e) {
            line.close();
            throw e;
        }
    }

    Api ingest() {
        return api(Service.INGEST);
    }

    Api query() {
        return api(Service.QUERY);
    }

    Api classify() {
        return api(Service.CLASSIFY);
    }

    TopicLog log() {
        return new TopicLog(ground.platform().bootstrapServers());
    }

    /** What tells a service's command where this line is: its broker, its classify-service and its data directory. */
    List<String> whereabouts() {
        return List.of(
                "--kafka", ground.platform().bootstrapServers(),
                "--classify", classify().base().toString(),
                "--data", data.toString());
    }

    void kill(Service service) {
        checkOurs();
        processes.get(service).kill();
    }

    /** Sends a service SIGSTOP or SIGCONT. */
    void signal(Service service, String signal) {
        checkOurs();
        processes.get(service).signal(signal);
    }

    /** Starts a service that was killed, on its old port, and waits until it is ready. */
    void revive(Service service) {
        launch(service);
        processes.get(service).awaitReady();
    }

    /** Starts a further instance of a service, with an index of its own; whoever asked for it stops it. */
    ServiceProcess startAnother(Service service) {
        checkOurs();
        Map<String, String> own = new HashMap<>(settings());
        own.put("citestream.search.directory", data.resolve("another-index").toString());
        ServiceProcess another = ServiceProcess.start(service, FreePort.any(), own);
        another.awaitReady();
        return another;
    }

    /** Stops services, database and broker as an operator does, and starts all of them again on the same data. */
    void restart() {
        checkOurs();
        processes.values().forEach(ServiceProcess::stop);
        ground.stop();
        ground.start();
        startServices();
    }

    @Override
    public void close() {
        try {
            processes.values().forEach(ServiceProcess::stop);
        } finally {
            ground.close();
        }
    }

    private void checkOurs() {
        assumeFalse(ground instanceof GivenGround, "skipped: the services of a given line are not ours to stop");
    }

    private Api api(Service service) {
        return new Api(URI.create("http://127.0.0.1:" + ports.get(service)));
    }

    private void startServices() {
        for (Service service : Service.values()) {
            launch(service);
        }
        processes.values().forEach(ServiceProcess::awaitReady);
    }

    private void launch(Service service) {
        processes.put(service, ServiceProcess.start(service, ports.get(service), settings()));
    }

    private Map<String, String> settings() {
        Platform platform = ground.platform();
        Map<String, String> settings = new HashMap<>(HASTE);
        settings.putAll(Mailbox.settings());
        settings.putAll(Map.of(
                "citestream.alerts.webhook.allow-private", "true",
                "kafka.bootstrap.servers", platform.bootstrapServers(),
                "quarkus.datasource.jdbc.url", platform.jdbcUrl(),
                "quarkus.datasource.username", platform.username(),
                "quarkus.datasource.password", platform.password(),
                "citestream.data", data.toString(),
                "citestream.web.model-url", "http://127.0.0.1:" + ports.get(Service.CLASSIFY) + "/model",
                "quarkus.log.console.json.enabled", "true",
                "citestream.ops.ingest-url", ingest().base().toString()));
        return settings;
    }

    private void killAll() {
        processes.values().stream().filter(ServiceProcess::isAlive).forEach(ServiceProcess::kill);
    }
}
