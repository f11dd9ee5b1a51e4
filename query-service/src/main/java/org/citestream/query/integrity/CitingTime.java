package org.citestream.query.integrity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.citestream.query.report.CitedNotice;

/** Whether a work was published before or after the notices on a work that it cites. */
public enum CitingTime {
    BEFORE,
    /** After at least one of the notices. */
    AFTER,
    /** A date is missing or too vague. */
    UNKNOWN;

    /** From the dates of the citing work and of all notices; empty texts are unknown dates. */
    static CitingTime of(String published, List<String> noticed) {
        List<String> made = noticed.stream()
                .map(date -> CitedNotice.made(published, date.isEmpty() ? null : date))
                .toList();
        if (made.contains(AFTER.wireName())) {
            return AFTER;
        }
        return made.stream().allMatch(BEFORE.wireName()::equals) ? BEFORE : UNKNOWN;
    }

    /** The name in URLs and JSON. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
