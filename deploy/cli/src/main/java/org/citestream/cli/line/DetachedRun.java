package org.citestream.cli.line;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citestream.cli.CliException;
import org.citestream.cli.Java;

/** A run in a process of its own that stays when this one ends. */
public final class DetachedRun {

    private static final long POLL_MILLIS = 200;
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private DetachedRun() {}

    /**
     * Starts {@code up} and returns its record when it is ready.
     *
     * @throws CliException with the line it ended with, if it ends before
     */
    public static RunRecord start(Path data, Ports ports) throws IOException, InterruptedException {
        Path log = Files.createDirectories(data.resolve("logs")).resolve("up.log");
        Process process = new ProcessBuilder(command(data, ports))
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (true) {
            if (!process.isAlive()) {
                throw new CliException(process.exitValue(), lastLine(log));
            }
            var record = RunRecord.read(data)
                    .filter(RunRecord::ready)
                    .filter(run -> run.launcher().pid() == process.pid());
            if (record.isPresent()) {
                return record.get();
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static List<String> command(Path data, Ports ports) {
        List<String> command = new ArrayList<>();
        // In a session of its own, so that closing the terminal does not end it; setsid keeps the process id.
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(Java.again());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("org.citestream.cli.Citestream");
        command.addAll(List.of("up", "--data", data.toString(), "--port", Integer.toString(ports.base())));
        return command;
    }

    private static String lastLine(Path log) throws IOException {
        String last = "it ended without a word; see " + log;
        for (String line : Files.readAllLines(log)) {
            if (!line.isBlank()) {
                last = line;
            }
        }
        return last.startsWith(CliException.PREFIX) ? last.substring(CliException.PREFIX.length()) : last;
    }
}
