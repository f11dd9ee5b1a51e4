package org.citestream.query.web.check;

import java.util.List;
import org.citestream.query.check.CheckReport;
import org.citestream.query.check.CheckedReference;
import org.citestream.query.check.FindingKind;
import org.citestream.query.check.ListFormat;

/**
 * Everything the page of a reference check shows.
 *
 * @param list what was pasted, to be changed and sent again; empty where a file was sent
 * @param input the chosen format, or empty
 * @param problem why there is no report, or null
 * @param report null before a list was sent
 */
public record CheckPage(String list, String input, String problem, CheckReport report) {

    /** A finding with the number of references that have it. */
    public record Count(FindingKind kind, long references) {}

    static CheckPage empty() {
        return new CheckPage("", "", null, null);
    }

    public List<String> formats() {
        return ListFormat.names();
    }

    /** The counts in the order of the kinds. */
    public List<Count> counts() {
        return report.counts().entrySet().stream()
                .map(count -> new Count(count.getKey(), count.getValue()))
                .toList();
    }

    /** References with something to look at. */
    public List<CheckedReference> noted() {
        return report.checked().stream().filter(CheckedReference::isNoted).toList();
    }

    /** References about which there is nothing to say. */
    public List<CheckedReference> plain() {
        return report.checked().stream().filter(one -> !one.isNoted()).toList();
    }
}
