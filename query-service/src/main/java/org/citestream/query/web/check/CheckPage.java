package org.citestream.query.web.check;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.citestream.query.check.CheckReport;
import org.citestream.query.check.CheckTask;
import org.citestream.query.check.CheckedReference;
import org.citestream.query.check.FindingKind;
import org.citestream.query.check.ListFormat;

/**
 * Everything the page of a reference check shows.
 *
 * @param list what was pasted, to be changed and sent again; empty where a file was sent
 * @param input the chosen format, or empty
 * @param problem why there is no report, or null
 * @param report null before a list was sent, and while it is checked
 * @param task the check that runs or whose report is kept, or null
 * @param keptFor how long a report is kept
 */
public record CheckPage(
        String list, String input, String problem, CheckReport report, CheckTask task, Duration keptFor) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A finding with the number of references that have it. */
    public record Count(FindingKind kind, long references) {}

    /** The form alone. */
    static CheckPage empty(Duration keptFor) {
        return new CheckPage("", "", null, null, null, keptFor);
    }

    /** The form with what was sent, and why it was not checked. */
    static CheckPage refused(String list, String input, String problem, Duration keptFor) {
        return new CheckPage(list, input, problem, null, null, keptFor);
    }

    /** A check that has ended well, or runs. */
    static CheckPage of(CheckTask task, String list, String input, Duration keptFor) {
        return new CheckPage(list, input, null, task.report().orElse(null), task, keptFor);
    }

    /** Whether the check still runs. */
    public boolean runs() {
        return task != null && !task.state().isEnd();
    }

    /** Where the report can be called up again; null if it is not kept. */
    public String address() {
        return task == null || keptFor.isZero() ? null : "/check/" + task.id();
    }

    /** When it was checked: a printed report says so. */
    public String at() {
        return MINUTE.format(task.endedAt());
    }

    /** How long it can be, in words. */
    public String kept() {
        long minutes = keptFor.toMinutes();
        return minutes % 60 == 0 && minutes > 0
                ? (minutes == 60 ? "an hour" : minutes / 60 + " hours")
                : (minutes == 1 ? "a minute" : minutes + " minutes");
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

    /** References of the index with something to look at. */
    public List<CheckedReference> noted() {
        return report.checked().stream()
                .filter(one -> one.isNoted() && !one.findings().contains(FindingKind.NOT_FOUND))
                .toList();
    }

    /** References that are not in the index, of which in a small one there are many. */
    public List<CheckedReference> notFound() {
        return report.checked().stream()
                .filter(one -> one.findings().contains(FindingKind.NOT_FOUND))
                .toList();
    }

    /** References about which there is nothing to say. */
    public List<CheckedReference> plain() {
        return report.checked().stream().filter(one -> !one.isNoted()).toList();
    }
}
