package org.citestream.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Java;
import org.citestream.cli.Project;
import org.citestream.cli.archive.ClassArchives;
import org.citestream.cli.line.RunRecord;
import org.citestream.cli.line.Service;

/**
 * Makes the class archives of this build on this Java where there are none: the whole line starts once on data of its own,
 * reads the samples, and ends; every program of it writes down its classes.
 */
final class ArchiveRecording {

    /** Options that say which archive the launcher itself started with, and how it speaks of them. */
    private static final List<String> ARCHIVE_OPTIONS = List.of("-XX:SharedArchiveFile=", "-XX:AOTCache=", "-Xlog:");

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String LOG = "recording.log";

    private final ClassArchives archives;
    private final Project project;
    private final Consumer<String> told;

    ArchiveRecording(ClassArchives archives, Project project, Consumer<String> told) {
        this.archives = archives;
        this.project = project;
        this.told = told;
    }

    /**
     * Makes the archives unless they are there.
     *
     * @throws CliException if they cannot be made here; what is started without them only takes longer
     */
    void ensure() throws IOException, InterruptedException {
        if (archives.folder().isEmpty()) {
            throw new CliException(
                    ExitCode.NOT_RUNNING,
                    "deploy/citestream finds out which Java this is; start prepare with it, not with the jar.");
        }
        Map<String, Path> jars = jars();
        if (archives.areCurrent(jars)) {
            told.accept("all is prepared for this build on this Java.");
            return;
        }
        told.accept("starting the whole line once on data of its own …");
        record(jars.keySet());
        told.accept("later starts of this build on this Java take less time.");
    }

    private Map<String, Path> jars() {
        var jars = new LinkedHashMap<String, Path>();
        jars.put(ClassArchives.LAUNCHER, Path.of(System.getProperty("java.class.path")));
        for (Service service : Service.values()) {
            jars.put(service.folder(), project.jarOf(service.folder()));
        }
        return jars;
    }

    private Path place() {
        Path folder = archives.folder().orElseThrow();
        return folder.resolveSibling(folder.getFileName() + ".new");
    }

    private void record(Iterable<String> programs) throws IOException, InterruptedException {
        Path place = place();
        Path data = place.resolve("data");
        if (RunRecord.read(data).filter(run -> run.launcher().isAlive()).isPresent()) {
            throw new CliException(ExitCode.NOT_RUNNING, "another start is preparing them in " + place + ".");
        }
        delete(place);
        Files.createDirectories(data);
        Path log = place.resolve(LOG);
        ClassArchives recorded = ClassArchives.in(place);
        Process process = new ProcessBuilder(command(recorded, data))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            // In order: it ends its services and its database.
            process.destroy();
            process.waitFor();
            throw new CliException(ExitCode.NOT_RUNNING, "they took longer than " + LONGEST.toMinutes() + " minutes.");
        }
        if (process.exitValue() != ExitCode.OK) {
            throw new CliException(ExitCode.NOT_RUNNING, "the start that prepares them failed; see " + log);
        }
        archives.takeOver(recorded, programs);
        delete(place);
    }

    private static List<String> command(ClassArchives recorded, Path data) {
        List<String> command = Java.again();
        command.removeIf(option -> ARCHIVE_OPTIONS.stream().anyMatch(option::startsWith));
        command.addAll(recorded.recorded().options(ClassArchives.LAUNCHER));
        command.addAll(List.of("-jar", System.getProperty("java.class.path"), RecordArchivesCommand.NAME));
        command.addAll(List.of("--archives", recorded.folder().orElseThrow().toString(), "--data", data.toString()));
        return command;
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
