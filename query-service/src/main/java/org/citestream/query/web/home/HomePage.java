package org.citestream.query.web.home;

import java.util.List;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.web.live.Arrival;

/**
 * What the first page shows.
 *
 * @param newest the statements that came last, the latest first
 * @param examples works worth a look
 */
public record HomePage(
        long statements,
        long supporting,
        long mentioning,
        long contrasting,
        long works,
        long articles,
        List<Arrival> newest,
        List<Example> examples) {

    public HomePage {
        newest = List.copyOf(newest);
        examples = List.copyOf(examples);
    }

    /** Statements that the model was not sure about. */
    public long unclassified() {
        return statements - supporting - mentioning - contrasting;
    }

    /** A work with its tally. */
    public record Example(
            ShownPublication publication, long total, long supporting, long mentioning, long contrasting) {}
}
