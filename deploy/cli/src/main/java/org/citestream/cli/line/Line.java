package org.citestream.cli.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Project;
import org.citestream.cli.line.RunRecord.RunningKafka;
import org.citestream.cli.line.RunRecord.RunningPostgres;
import org.citestream.cli.line.RunRecord.RunningService;
import org.citestream.platform.Platform;

/** The services on a platform, as processes that are watched over and recorded in the data directory. */
public final class Line implements AutoCloseable {

    private static final long POLL_MILLIS = 200;

    private final Path data;
    private final Ports ports;
    private final Settings settings;
    private final Consumer<String> told;
    private final LogRotation logs;
    private final List<SupervisedService> services = new ArrayList<>();
    private RunRecord record;
    private boolean closed;

    private Line(Path data, Ports ports, Platform platform, Settings settings, Consumer<String> told) {
        this.data = data;
        this.ports = ports;
        this.settings = settings;
        this.told = told;
        this.logs = new LogRotation(data.resolve("logs"), settings.logMegabytes() * 1024L * 1024);
        this.record = new RunRecord(
                ports.url(Service.QUERY),
                ProcessId.of(ProcessHandle.current()),
                false,
                Map.of(),
                new RunningKafka(platform.bootstrapServers()),
                new RunningPostgres(platform.jdbcUrl()));
    }

    /**
     * Starts all services; {@link #awaitReady()} waits for them.
     *
     * @param told takes one line for whatever people should know, such as the death of a service
     */
    public static Line start(
            Project project, Path data, Ports ports, Platform platform, Settings settings, Consumer<String> told) {
        var line = new Line(data, ports, platform, settings, told);
        var launcher = new ServiceLauncher(project, data, ports, platform, settings);
        try {
            for (Service service : Service.values()) {
                var supervised = new SupervisedService(service, launcher, line::recordService, told);
                line.services.add(supervised);
                supervised.start();
            }
            line.logs.start();
            return line;
        } catch (IOException | RuntimeException e) {
            line.close();
            throw new CliException(ExitCode.NOT_RUNNING, "The services did not start: " + e.getMessage(), e);
        }
    }

    public String url() {
        return ports.url(Service.QUERY);
    }

    /**
     * Returns when every service is ready, or when the start limit is over and they at least live: a service that is
     * still catching up with a long log is then reported.
     *
     * @throws CliException if a service dies meanwhile
     */
    public void awaitReady() throws InterruptedException {
        var health = new Health();
        Instant deadline = Instant.now().plus(settings.startLimit());
        for (SupervisedService supervised : services) {
            Service service = supervised.service();
            while (!health.isReady(ports.url(service))) {
                if (supervised.restarts() > 0 || !supervised.isAlive()) {
                    throw new CliException(
                            ExitCode.NOT_RUNNING,
                            service.folder() + " ended while starting; its log tells why: "
                                    + data.resolve("logs").resolve(service.folder() + ".log"));
                }
                if (Instant.now().isAfter(deadline)) {
                    told.accept(service.folder() + " is not ready after "
                            + settings.startLimit().toSeconds() + " s; `citestream status` shows when it is.");
                    break;
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
        synchronized (this) {
            update(record.withReady());
        }
    }

    /** Ends all services, those that send first, and forgets the run. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        logs.close();
        services.forEach(SupervisedService::askToStop);
        try {
            Instant deadline = Instant.now().plus(settings.stopLimit());
            for (SupervisedService service : services) {
                service.awaitStop(deadline);
            }
            RunRecord.delete(data);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the record of this run in " + data, e);
        }
    }

    private synchronized void recordService(SupervisedService supervised) {
        var running = new RunningService(ports.url(supervised.service()), supervised.id(), supervised.restarts());
        update(record.with(supervised.service(), running));
    }

    private void update(RunRecord next) {
        record = next;
        try {
            next.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot record this run in " + data, e);
        }
    }
}
