package org.citestream.query.report;

import java.util.List;
import org.citestream.query.publication.ShownPublication;

/**
 * A statement at its permalink.
 *
 * @param targets all works that its sentence cites, including this statement's
 * @param corrections corrections by people, oldest first
 * @param history corrections and automatic changes, oldest first
 */
public record StatementPage(
        ShownStatement statement,
        ShownPublication citing,
        ShownPublication cited,
        List<SentenceTarget> targets,
        List<Correction> corrections,
        List<HistoryEntry> history) {

    public StatementPage {
        targets = List.copyOf(targets);
        corrections = List.copyOf(corrections);
        history = List.copyOf(history);
    }

    /** A correction of the label; the latest accepted one that is not withdrawn is in force. */
    public record Correction(
            String id, String from, String to, String by, String why, String status, String at, String withdrawnAt) {}
}
