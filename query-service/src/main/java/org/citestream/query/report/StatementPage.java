package org.citestream.query.report;

import java.util.List;
import org.citestream.query.publication.ShownPublication;

/**
 * A statement by its permalink.
 *
 * @param targets all that its sentence cites, this statement's work included
 * @param corrections what people said it does, oldest first
 * @param history what people said of it and what the line did to it, oldest first
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

    /** A correction of the label; the latest accepted one that is not withdrawn counts. */
    public record Correction(
            String id, String from, String to, String by, String why, String status, String at, String withdrawnAt) {}
}
