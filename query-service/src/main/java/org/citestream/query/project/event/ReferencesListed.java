package org.citestream.query.project.event;

import java.util.List;

/** A part of a citing article's reference list, whether cited in the text or not; {@code part} counts from 0. */
public record ReferencesListed(String citing, long revision, int part, List<Reference> references)
        implements ArticleFact {

    /** Maximum number of entries per part, so that an entry's position in the list follows from the part. */
    public static final int ENTRIES_A_PART = 200;

    public ReferencesListed {
        Require.publicationId("citing", citing);
        Require.atLeast("revision", 1, revision);
        Require.atLeast("part", 0, part);
        references = List.copyOf(Require.present("references", references));
    }

    /** One entry; {@code key} is unique within the citing article. */
    public record Reference(
            String key,
            String label,
            String cited,
            String title,
            Integer year,
            String raw,
            ReferenceMatch match,
            StatedRelationship relationship,
            boolean citedInText) {

        public Reference {
            Require.present("references.key", key);
            Require.publicationId("references.cited", cited);
            Require.present("references.match", match);
            relationship = relationship == null ? StatedRelationship.UNKNOWN : relationship;
        }
    }

    /** How the entry was matched to the work it cites, and how well (0 to 1). */
    public record ReferenceMatch(String method, float score) {

        public ReferenceMatch {
            Require.present("references.match.method", method);
        }
    }
}
