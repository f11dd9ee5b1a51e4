package org.citestream.query.web.badge;

import java.util.List;
import java.util.Map;
import org.citestream.query.tally.Tally;

/**
 * What a badge may show of a work.
 *
 * @param sections statements by section, the unknown among other
 * @param withdrawn the word to warn with: retracted or withdrawn, or null
 */
record BadgeFacts(Tally tally, Map<String, Long> sections, String withdrawn) {

    /** In the order that they are shown. */
    static final List<String> SECTIONS = List.of("introduction", "methods", "results", "discussion", "other");
}
