package org.citestream.query.web.badge;

import java.util.List;
import java.util.Map;
import org.citestream.query.tally.Tally;

/**
 * The figures of a work that a badge may show.
 *
 * @param sections statements by section, with unknown sections in other
 * @param withdrawn the word of a warning: retracted or withdrawn, or null
 */
record BadgeFacts(Tally tally, Map<String, Long> sections, String withdrawn) {

    /** In display order. */
    static final List<String> SECTIONS = List.of("introduction", "methods", "results", "discussion", "other");
}
