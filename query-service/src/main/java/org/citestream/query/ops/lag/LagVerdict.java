package org.citestream.query.ops.lag;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What a group's commits to one partition say about its health, without thresholds (after Burrow's evaluator).
 *
 * @see LagWindow for the rules
 */
public sealed interface LagVerdict {

    /** Caught up at some time within the window, or catching up. */
    record Ok() implements LagVerdict {}

    /**
     * Moves, but its lag has not fallen once within the window.
     *
     * @param lag its current lag in records
     */
    record Slow(long lag) implements LagVerdict {}

    /**
     * Was rewound and has not passed the old offset yet.
     *
     * @param from the offset it had reached
     * @param to the offset it is at
     */
    record Rewound(long from, long to) implements LagVerdict {}

    /**
     * Commits without moving.
     *
     * @param at the offset at which it is stuck
     * @param since the first commit of it in the window
     */
    record Stalled(long at, Instant since) implements LagVerdict {}

    /**
     * Has not committed for longer than the window.
     *
     * @param since its last commit, or when it was first seen without one
     */
    record Silent(Instant since) implements LagVerdict {}

    /** The verdict in one word, as in the API and on pages. */
    default String word() {
        return this instanceof Silent ? "stopped" : getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The greater, the worse; 0 for ok. */
    default int severity() {
        if (this instanceof Slow) {
            return 1;
        } else if (this instanceof Rewound) {
            return 2;
        } else if (this instanceof Stalled) {
            return 3;
        } else if (this instanceof Silent) {
            return 4;
        }
        return 0;
    }

    /** A sentence for people. */
    default String why() {
        if (this instanceof Slow slow) {
            return "making progress, but not catching up: %,d behind".formatted(slow.lag());
        } else if (this instanceof Rewound rewound) {
            return "set back from %,d to %,d, not past the old offset yet".formatted(rewound.from(), rewound.to());
        } else if (this instanceof Stalled stalled) {
            return "commits, but has been at %,d since %s".formatted(stalled.at(), second(stalled.since()));
        } else if (this instanceof Silent stopped) {
            return "no commit since " + second(stopped.since());
        }
        return "keeps up";
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The worse of two. */
    default LagVerdict worse(LagVerdict other) {
        return other.severity() > severity() ? other : this;
    }
}
