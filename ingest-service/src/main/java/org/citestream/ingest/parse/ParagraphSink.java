package org.citestream.ingest.parse;

import org.citestream.ingest.article.Position;
import org.citestream.ingest.article.Section;

/** Takes each paragraph as it ends; the text is only lent. */
@FunctionalInterface
interface ParagraphSink {
    void accept(Section section, Position position, int ordinal, RunningText text);
}
