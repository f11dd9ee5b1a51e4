package org.citestream.query.project;

import java.time.Instant;
import java.util.List;
import org.citestream.query.project.event.ArticleClosed;
import org.citestream.query.project.event.LoggedFact;

/**
 * Something was committed to the view that readers see.
 *
 * @param taken when its records were read from the log
 * @param records how many records of the log that was
 * @param closed the closings among it: these articles are completely visible
 * @param corrected whether it included corrections
 */
public record ViewWritten(Instant taken, int records, List<LoggedFact<ArticleClosed>> closed, boolean corrected) {

    public ViewWritten {
        closed = List.copyOf(closed);
    }
}
