package org.citestream.ingest.parse;

import org.citestream.ingest.article.Reference;

/** What the words of a reference say by themselves, for a comparison with its tags. Stateless. */
public final class PlainReading {
    private PlainReading() {}

    /** The reference as it would be read if nothing in it were tagged. */
    public static Reference of(Reference tagged) {
        ReferenceDraft draft = new ReferenceDraft();
        draft.raw = tagged.raw();
        PlainCitation.fill(draft);
        return draft.build(tagged.key());
    }
}
