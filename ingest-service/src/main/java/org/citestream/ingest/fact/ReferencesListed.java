package org.citestream.ingest.fact;

import java.util.List;

/** A part of the reference list, at most 200 entries. */
public record ReferencesListed(String citing, long revision, int part, int parts, List<ReferenceEntry> references)
        implements ArticleFact {
    /** The contract's greatest number of entries in one record. */
    public static final int MOST_ENTRIES = 200;

    public ReferencesListed {
        references = List.copyOf(references);
        if (references.size() > MOST_ENTRIES || part < 0 || part >= parts) {
            throw new IllegalArgumentException(
                    "part " + part + " of " + parts + " with " + references.size() + " entries");
        }
    }
}
