package org.citestream.ingest.article;

import java.util.List;
import java.util.Objects;

/**
 * A run of text with at least one marker: a paragraph, caption, table cell, footnote, list item or heading. Paragraphs
 * without markers are skipped, which keeps a large article small in memory.
 *
 * @param ordinal 0-based place among all paragraphs of the article, with or without markers
 * @param text NFC, white space collapsed, trimmed
 * @param marks in the order of the text, inside it
 */
public record Paragraph(Section section, Position position, int ordinal, String text, List<CitationMarker> marks) {
    public Paragraph {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(position, "position");
        marks = List.copyOf(marks);
        for (CitationMarker mark : marks) {
            if (mark.end() > text.length()) {
                throw new IllegalArgumentException("marker ends at " + mark.end() + " of " + text.length());
            }
        }
    }
}
