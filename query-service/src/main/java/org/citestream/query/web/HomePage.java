package org.citestream.query.web;

import java.util.List;
import org.citestream.query.report.ShownPublication;

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
        List<News> newest,
        List<Example> examples) {

    public HomePage {
        newest = List.copyOf(newest);
        examples = List.copyOf(examples);
    }

    /** A statement that came in. */
    public record News(
            String statement,
            String type,
            String text,
            String citing,
            String citingTitle,
            String cited,
            String citedTitle) {}

    /** A work with its tally. */
    public record Example(
            ShownPublication publication, long total, long supporting, long mentioning, long contrasting) {}
}
