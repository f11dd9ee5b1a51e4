package org.citestream.ingest.article;

import java.util.List;

/**
 * A section of the body.
 *
 * @param headingPath raw headings from the outermost to this one, numbering stripped; empty outside any titled section
 * @param type the publisher's own {@code sec-type} of the nearest section that has one; null when not given
 * @param depth 0 outside any section
 * @param ordinal 0-based place among all sections of the article, in document order
 */
public record Section(List<String> headingPath, String type, int depth, int ordinal) {
    /** Text outside any section. */
    public static final Section NONE = new Section(List.of(), null, 0, 0);

    public Section {
        headingPath = List.copyOf(headingPath);
    }
}
