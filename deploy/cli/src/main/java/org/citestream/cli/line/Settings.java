package org.citestream.cli.line;

import java.time.Duration;
import java.util.Map;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.archive.ClassArchives;

/**
 * How the line is started, from the environment; see README.md for what each is good for.
 *
 * @param heap {@code CITESTREAM_HEAP}: largest heap of each service, as {@code -Xmx} takes it; 256m
 * @param startLimit {@code CITESTREAM_START_SECONDS}: how long {@code up} waits for the services to be ready; 120
 * @param stopLimit {@code CITESTREAM_STOP_SECONDS}: how long a service may take to end before it is killed; 20
 * @param logMegabytes {@code CITESTREAM_LOG_MEGABYTES}: size from which a log is begun anew, at least 1; 20
 * @param quickStart compile quickly rather than well: for demonstrations
 * @param archives of classes with which services start, or which they write
 */
public record Settings(
        String heap,
        Duration startLimit,
        Duration stopLimit,
        int logMegabytes,
        boolean quickStart,
        ClassArchives archives) {

    /** How long a service may take to write its archive as it ends. */
    private static final Duration RECORDING = Duration.ofMinutes(3);

    public static Settings from(Map<String, String> environment, boolean quickStart) {
        return new Settings(
                environment.getOrDefault("CITESTREAM_HEAP", "256m"),
                seconds(environment, "CITESTREAM_START_SECONDS", 120),
                seconds(environment, "CITESTREAM_STOP_SECONDS", 20),
                Math.max(1, number(environment, "CITESTREAM_LOG_MEGABYTES", 20, "megabytes")),
                quickStart,
                ClassArchives.ofThisJava());
    }

    /** The same for services that write archives of their classes as they end, for which they need their time. */
    public Settings recording(ClassArchives archives) {
        return new Settings(heap, startLimit, RECORDING, logMegabytes, quickStart, archives.recorded());
    }

    private static Duration seconds(Map<String, String> environment, String name, int standard) {
        return Duration.ofSeconds(number(environment, name, standard, "seconds"));
    }

    private static int number(Map<String, String> environment, String name, int standard, String unit) {
        String value = environment.getOrDefault(name, Integer.toString(standard));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new CliException(ExitCode.NOT_RUNNING, name + " is a number of " + unit + ", unlike: " + value, e);
        }
    }
}
