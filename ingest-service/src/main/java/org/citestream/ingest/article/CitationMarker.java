package org.citestream.ingest.article;

import java.util.List;

/**
 * A place in a paragraph where the text points at the reference list.
 *
 * @param start offset in UTF-16 units into the paragraph's text
 * @param end exclusive; equals {@code start} for a marker without text
 * @param targets keys of references as the XML names them; empty where it names none
 * @param ambiguous keys of references that share the id the XML names, where nothing tells which is meant
 * @param match how its targets were found where the file does not link them; null where it does
 */
public record CitationMarker(int start, int end, List<String> targets, List<String> ambiguous, MarkerMatch match) {
    public CitationMarker {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("marker from " + start + " to " + end);
        }
        targets = List.copyOf(targets);
        ambiguous = List.copyOf(ambiguous);
    }

    public CitationMarker(int start, int end, List<String> targets) {
        this(start, end, targets, List.of(), null);
    }
}
