package org.citestream.query.stream;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.change.Change;
import org.citestream.query.change.ChangeLog;
import org.citestream.query.database.DatabaseUnavailableException;

/** The same changes as the stream, a page at a time, for clients that poll. Thread-safe. */
@Singleton
public record ChangePages(ChangeLog log, CitedRoots roots, StreamSettings settings) {

    /**
     * A page of changes.
     *
     * @param next sequence number after which to continue
     * @param last the newest sequence number there is
     * @param gap whether changes before the page's first are no longer kept, or the number is not one of this log
     */
    public record ChangePage(List<Change> changes, long next, long last, boolean gap) {

        public ChangePage {
            changes = List.copyOf(changes);
        }
    }

    /**
     * The changes after a sequence number that match the filter, in order. A page ends early if too many changes were
     * read that do not match; {@link ChangePage#next} continues there.
     *
     * @param most maximum number of changes on the page, at least 1
     * @param looked maximum number of changes read to fill it
     * @throws DatabaseUnavailableException if the database fails
     */
    public ChangePage after(long sequence, StreamFilter filter, int most, int looked) {
        try {
            long last = log.last();
            StreamFilter wanted = filter.withCited(roots.withRoots(filter.cited()));
            List<Change> taken = new ArrayList<>();
            long cursor = Math.min(sequence, last);
            long seen = 0;
            boolean gap = sequence > last;
            while (cursor < last && seen < looked && taken.size() < most) {
                List<Change> read = log.after(cursor, settings.page());
                if (read.isEmpty()) {
                    // Numbered, but since deleted.
                    return new ChangePage(taken, last, last, true);
                }
                gap |= !log.isNext(cursor, read.get(0).sequence());
                for (Change change : read) {
                    if (taken.size() == most) {
                        break;
                    }
                    cursor = change.sequence();
                    seen++;
                    if (wanted.matches(change)) {
                        taken.add(change);
                    }
                }
            }
            return new ChangePage(taken, cursor, Math.max(last, cursor), gap);
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException(failure);
        }
    }
}
