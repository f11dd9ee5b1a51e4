package org.citestream.query.web.live;

import java.util.List;

/**
 * What the live page shows.
 *
 * @param stream address of the events of new statements under the filters
 * @param items address of the cards of new statements under the filters
 */
public record LivePage(
        List<Choice> types,
        List<Choice> sections,
        String journal,
        List<Arrival> arrivals,
        String stream,
        String items) {

    /** A value that may be chosen. */
    public record Choice(String value, boolean chosen) {}

    public LivePage {
        types = List.copyOf(types);
        sections = List.copyOf(sections);
        arrivals = List.copyOf(arrivals);
    }
}
