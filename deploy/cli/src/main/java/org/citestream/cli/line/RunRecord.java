package org.citestream.cli.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Json;

/**
 * {@code DIR/citestream.json}: where the line of a data directory listens and which processes it is made of. It is there
 * from the start of a run to its orderly end, so one that names dead processes tells of a killed run.
 *
 * @param url address of query-service, the one people open
 * @param launcher the process that runs Kafka and watches over the rest
 * @param ready whether all services have been ready once
 * @param services by their folders' names
 */
public record RunRecord(
        String url,
        ProcessId launcher,
        boolean ready,
        Map<String, RunningService> services,
        RunningKafka kafka,
        RunningPostgres postgres) {

    private static final String FILE = "citestream.json";

    /**
     * One service.
     *
     * @param restarts how often it died and was started again in this run
     */
    public record RunningService(String url, ProcessId process, int restarts) {}

    /** The broker, which lives in the launcher. */
    public record RunningKafka(String bootstrapServers) {}

    /** The database, a child that outlives a killed launcher. */
    public record RunningPostgres(String jdbcUrl) {}

    public RunRecord {
        services = Map.copyOf(services);
    }

    /**
     * Where a service answers.
     *
     * @throws CliException if it is still starting
     */
    public String urlOf(Service service) {
        RunningService found = services.get(service.folder());
        if (found == null) {
            throw new CliException(ExitCode.NOT_RUNNING, service.folder() + " is still starting.");
        }
        return found.url();
    }

    RunRecord with(Service service, RunningService running) {
        Map<String, RunningService> all = new TreeMap<>(services);
        all.put(service.folder(), running);
        return new RunRecord(url, launcher, ready, all, kafka, postgres);
    }

    RunRecord withReady() {
        return new RunRecord(url, launcher, true, services, kafka, postgres);
    }

    /** Empty if nothing runs there and nothing was killed there. */
    public static Optional<RunRecord> read(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readString(file), RunRecord.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new CliException(
                    ExitCode.NOT_RUNNING, file + " cannot be read; end what runs there by hand and delete it.", e);
        } catch (IOException e) {
            throw new CliException(ExitCode.NOT_RUNNING, file + " cannot be read: " + e, e);
        }
    }

    /** Replaces the file whole, so that nobody reads half of it. */
    void write(Path directory) throws IOException {
        Path draft = directory.resolve(FILE + ".draft");
        Files.writeString(draft, Json.write(this) + "\n");
        Files.move(draft, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void delete(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(FILE));
    }
}
