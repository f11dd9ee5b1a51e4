package org.citestream.query.stream;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.change.Change;
import org.citestream.query.change.ChangeLog;
import org.citestream.query.database.DatabaseUnavailableException;

/** The same changes as the stream, a page at a time, for those who come back instead of staying. Thread-safe. */
@Singleton
public record ChangePages(ChangeLog log, CitedRoots roots, StreamSettings settings) {

    /**
     * A page of changes.
     *
     * @param next sequence number to go on behind
     * @param last the newest sequence number there is
     * @param gap whether changes that the page begins with are no longer kept
     */
    public record ChangePage(List<Change> changes, long next, long last, boolean gap) {

        public ChangePage {
            changes = List.copyOf(changes);
        }
    }

    /**
     * The changes behind a sequence number that the filter takes, in their order. It ends early when too many were read that
     * the filter does not take; {@link ChangePage#next} goes on there.
     *
     * @param most changes of the page, at least 1
     * @param looked changes that are read for it at most
     * @throws DatabaseUnavailableException if the database fails
     */
    public ChangePage after(long sequence, StreamFilter filter, int most, int looked) {
        try {
            long last = log.last();
            StreamFilter wanted = filter.withCited(roots.withRoots(filter.cited()));
            List<Change> taken = new ArrayList<>();
            long cursor = Math.min(sequence, last);
            long seen = 0;
            boolean gap = false;
            while (cursor < last && seen < looked && taken.size() < most) {
                List<Change> read = log.after(cursor, settings.page());
                if (read.isEmpty()) {
                    // Numbered, but forgotten since.
                    return new ChangePage(taken, last, last, true);
                }
                gap |= read.get(0).sequence() > cursor + 1;
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
