package org.citestream.cli.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Project;
import org.citestream.platform.Platform;
import org.citestream.platform.PlatformException;
import org.citestream.platform.PlatformSettings;

/**
 * Platform and line of one data directory, in this process and its children. However this process ends, short of being
 * killed, all of it ends first; a signal that arrives while it starts waits for the step under way.
 */
public final class Run implements AutoCloseable {

    private final Path data;
    private final Consumer<String> told;
    private Platform platform;
    private Line line;
    private boolean closed;

    private Run(Path data, Consumer<String> told) {
        this.data = data;
        this.told = told;
    }

    /** Starts everything and returns when it is ready for work. */
    public static Run start(Path data, Ports ports, Settings settings, Consumer<String> told)
            throws InterruptedException {
        logInto(data);
        refuseIfRunning(data);
        var run = new Run(data, told);
        Runtime.getRuntime().addShutdownHook(new Thread(run::close, "citestream-stop"));
        BrokerFailure.tell(told);
        try {
            run.endLeftovers(settings);
            ports.checkFree();
            run.startPlatform(ports);
            run.startLine(ports, settings);
            run.line.awaitReady();
            return run;
        } catch (PlatformException e) {
            run.close();
            throw new CliException(ExitCode.NOT_RUNNING, e.getMessage(), e);
        } catch (RuntimeException | InterruptedException e) {
            run.close();
            throw e;
        }
    }

    public String url() {
        return line.url();
    }

    /** Ends the services, then Kafka, then PostgreSQL. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (line != null) {
                line.close();
            }
        } finally {
            if (platform != null) {
                platform.close();
            }
        }
    }

    private synchronized void startPlatform(Ports ports) {
        checkOpen();
        platform = Platform.start(PlatformSettings.keptIn(data).withPorts(ports.kafka(), ports.postgres()));
    }

    private synchronized void startLine(Ports ports, Settings settings) {
        checkOpen();
        line = Line.start(Project.current(), data, ports, platform, settings, told);
    }

    private void checkOpen() {
        if (closed) {
            throw new CliException(ExitCode.NOT_RUNNING, "Stopped while starting.");
        }
    }

    private void endLeftovers(Settings settings) {
        RunRecord.read(data).ifPresent(killed -> {
            int ended = OrphanedServices.end(data, killed, settings.stopLimit());
            told.accept("The last run here (process " + killed.launcher().pid() + ") was killed; "
                    + (ended == 0
                            ? "it left nothing running."
                            : "ended " + ended + " services that it had left running."));
        });
    }

    private static void refuseIfRunning(Path data) {
        RunRecord.read(data).filter(record -> record.launcher().isAlive()).ifPresent(record -> {
            throw new CliException(
                    ExitCode.NOT_RUNNING,
                    "Already running in " + data + " (process "
                            + record.launcher().pid() + ") at " + record.url() + "; deploy/citestream down stops it.");
        });
    }

    /** Kafka logs in this process; people should see our lines only. Must come before the first logger. */
    private static void logInto(Path data) {
        Path logs = data.resolve("logs");
        try {
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new CliException(ExitCode.NOT_RUNNING, "Cannot create " + logs + ": " + e, e);
        }
        System.setProperty(
                "org.slf4j.simpleLogger.logFile", logs.resolve("platform.log").toString());
    }
}
