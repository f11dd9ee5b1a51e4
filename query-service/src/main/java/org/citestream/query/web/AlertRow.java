package org.citestream.query.web;

import java.util.UUID;
import org.citestream.query.alert.Alert;
import org.citestream.query.alert.AlertCriteria;
import org.citestream.query.alert.AlertWords;

/**
 * An alert in its owner's list.
 *
 * @param about what is followed, in words
 * @param link where that is shown, or null
 * @param condition in words, or empty
 * @param reason why it is disabled, or null
 */
public record AlertRow(
        UUID id,
        String about,
        String link,
        String condition,
        AlertFields fields,
        String frequency,
        String state,
        String reason) {

    static AlertRow of(Alert alert, WorkTitles titles) {
        AlertCriteria wish = alert.wish();
        return new AlertRow(
                alert.id,
                AlertWords.subject(wish.follows(), wish.target(), titles.of(wish)),
                titles.page(wish),
                AlertWords.condition(wish.condition()),
                AlertFields.of(wish.condition().parameters()),
                alert.frequency,
                alert.state,
                alert.reason);
    }

    /** How often, in words. */
    public String often() {
        return frequency.equals("at-once") ? "instantly" : frequency;
    }

    /** The suffix of the ids of its form's fields. */
    public String key() {
        return id.toString();
    }
}
