package org.citestream.query.web.home;

import java.util.List;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.tally.Tally;
import org.citestream.query.web.live.Arrival;

/**
 * The contents of the home page.
 *
 * @param tally tally of all works together
 * @param newest the statements that arrived last, the latest first
 * @param featured featured works, by the type of statements about them
 */
public record HomePage(Tally tally, long works, long articles, List<Arrival> newest, List<Examples> featured) {

    public HomePage {
        newest = List.copyOf(newest);
        featured = List.copyOf(featured);
    }

    /** Works with statements from the most articles. */
    public record Examples(FeaturedWorks by, List<Example> works) {

        public Examples {
            works = List.copyOf(works);
        }
    }

    /** Whether there is any work to show. */
    public boolean answered() {
        return featured.stream().anyMatch(examples -> !examples.works().isEmpty());
    }

    /** A work with its tally. */
    public record Example(ShownPublication publication, Tally tally) {}
}
