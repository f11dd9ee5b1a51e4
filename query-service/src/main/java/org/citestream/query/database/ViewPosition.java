package org.citestream.query.database;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What a transaction sees, as PostgreSQL writes it ({@code pg_current_snapshot()}): everything below {@code min}, and
 * of what is below {@code max} all but {@code running}. Exact, unlike a timestamp: a transaction may begin before
 * another and become visible after it. Immutable.
 *
 * @param generation the generation of the view that was active
 * @param life of the database, as {@link DatabaseLife} tells it: in another one the transactions are others
 */
public record ViewPosition(int generation, String life, String snapshot) {

    private static final Pattern FORM = Pattern.compile("\\d{1,19}:\\d{1,19}:(\\d{1,19}(,\\d{1,19})*)?");

    /** @throws IllegalArgumentException if the text is not a snapshot */
    public ViewPosition {
        if (!FORM.matcher(snapshot).matches()) {
            throw new IllegalArgumentException("no snapshot: " + snapshot);
        }
    }

    /** Whether the two can be compared. */
    public boolean isComparableTo(ViewPosition other) {
        return generation == other.generation && life.equals(other.life);
    }

    /** No transaction below it was running. */
    public long min() {
        return Long.parseLong(snapshot.substring(0, snapshot.indexOf(':')));
    }

    /** The transactions that had ended, committed or not. */
    public VisibleTransactions seen() {
        String[] parts = snapshot.split(":", -1);
        long[] running = parts[2].isEmpty()
                ? new long[0]
                : Arrays.stream(parts[2].split(","))
                        .mapToLong(Long::parseLong)
                        .sorted()
                        .toArray();
        return new VisibleTransactions(min(), Long.parseLong(parts[1]), running);
    }

    /** The parsed snapshot, for repeated queries. */
    public static final class VisibleTransactions {

        private final long min;
        private final long max;
        private final long[] running;

        private VisibleTransactions(long min, long max, long[] running) {
            this.min = min;
            this.max = max;
            this.running = running;
        }

        public boolean has(long transaction) {
            return transaction < min || (transaction < max && Arrays.binarySearch(running, transaction) < 0);
        }
    }
}
