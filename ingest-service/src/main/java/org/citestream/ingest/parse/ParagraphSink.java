package org.citestream.ingest.parse;

import org.citestream.ingest.article.Position;
import org.citestream.ingest.article.Section;

/** Takes each paragraph as it ends; the text is only lent. */
@FunctionalInterface
interface ParagraphSink {
    /** A footnote with this id begins, or with null ends. */
    default void footnote(String id) {}

    void accept(Section section, Position position, int ordinal, RunningText text);
}
