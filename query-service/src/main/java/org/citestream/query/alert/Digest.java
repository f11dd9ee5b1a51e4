package org.citestream.query.alert;

import java.util.List;

/**
 * The contents of a mail about changes.
 *
 * @param about what is followed, in words
 * @param condition in words, or empty
 * @param more changes that are not shown
 * @param report address of what is followed
 * @param manage address of the page with all of the recipient's alerts
 * @param unsubscribe address that deletes this alert
 */
public record Digest(
        String about,
        String condition,
        String frequency,
        List<DigestItem> items,
        int more,
        String report,
        String manage,
        String unsubscribe) {

    public Digest {
        items = List.copyOf(items);
    }

    /** All changes, shown or not. */
    public int changes() {
        return items.size() + more;
    }

    /**
     * One change.
     *
     * @param what in a few words, e.g. "New statement: contrasting, in results"
     * @param sentence the sentence itself, or null
     * @param by the citing work in words, or null
     * @param of the work it is about, where the alert is about several; else null
     * @param link where it is shown, or null
     */
    public record DigestItem(String what, String sentence, String by, String of, String link) {}
}
