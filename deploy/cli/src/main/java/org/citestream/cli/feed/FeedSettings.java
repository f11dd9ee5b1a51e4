package org.citestream.cli.feed;

import java.time.Duration;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;

/**
 * The settings of a feed.
 *
 * @param parallel files on their way at once, 1 to 64
 * @param patience how long ingest-service may be away, or no further article become visible, before it is given up
 * @param terminal whether a progress bar can be drawn on standard error
 */
public record FeedSettings(int parallel, Duration patience, boolean terminal) {

    public static final String PARALLEL = "4";
    public static final String PATIENCE_SECONDS = "120";

    private static final int MOST_PARALLEL = 64;

    public FeedSettings {
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            throw new CliException(
                    ExitCode.NOT_RUNNING,
                    "--parallel is between 1 and " + MOST_PARALLEL + ", unlike " + parallel + ".");
        }
    }
}
