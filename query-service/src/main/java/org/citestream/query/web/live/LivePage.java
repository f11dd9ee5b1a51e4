package org.citestream.query.web.live;

import java.util.List;

/**
 * The contents of the live page.
 *
 * @param stream address of the events of new statements under the filters
 * @param items address of the cards of new statements under the filters
 */
public record LivePage(List<FilterBox> boxes, String journal, List<Arrival> arrivals, String stream, String items) {

    /** The values of a facet; {@code name} is its parameter. */
    public record FilterBox(String name, String legend, List<FilterChoice> choices) {}

    /** A selectable value. */
    public record FilterChoice(String value, boolean chosen) {}

    public LivePage {
        boxes = List.copyOf(boxes);
        arrivals = List.copyOf(arrivals);
    }
}
