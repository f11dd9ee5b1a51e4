package org.citestream.query.web.live;

import java.util.ArrayList;
import java.util.List;

/**
 * A newly arrived statement.
 *
 * @param sequence number in the public order of changes
 * @param at when, ISO 8601
 * @param others other works cited by the same sentence, which arrived just before
 */
public record Arrival(
        long sequence,
        String statement,
        String type,
        String section,
        String text,
        String citing,
        String citingTitle,
        String cited,
        String citedTitle,
        String at,
        List<OtherCitedWork> others) {

    /** Another work that the sentence cites. */
    public record OtherCitedWork(String cited, String title, String type) {}

    public Arrival {
        others = List.copyOf(others);
    }

    /** Whether both come from one sentence of one article. */
    boolean isOfOneSentenceWith(Arrival other) {
        return citing.equals(other.citing) && !text.isEmpty() && text.equals(other.text);
    }

    /** This arrival with the other one added to its others. */
    Arrival with(Arrival other) {
        List<OtherCitedWork> all = new ArrayList<>(others);
        all.add(new OtherCitedWork(other.cited, other.citedTitle, other.type));
        return new Arrival(sequence, statement, type, section, text, citing, citingTitle, cited, citedTitle, at, all);
    }
}
