package org.citestream.ingest.article;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One article, parsed from its file.
 *
 * @param paragraphs those with markers, in document order
 * @param references in the order of the reference list; keys are unique
 * @param conflicts ids that the file contradicts itself about, in words: one PMID on two DOIs
 * @param shared keys of references from a list that other publications share, which count only where they are cited
 */
public record Article(
        Format format,
        Front front,
        List<Paragraph> paragraphs,
        List<Reference> references,
        List<String> conflicts,
        Set<String> shared) {
    /** The format of the file; publisher XML takes precedence over text extracted from a PDF. */
    public enum Format {
        JATS,
        /** Elsevier's own XML. */
        ELSEVIER,
        /** Springer's A++. */
        SPRINGER,
        /** Made by GROBID of a PDF. */
        TEI,
        /** BioC JSON: paragraphs without links, made by PubMed Central of JATS. */
        BIOC;

        /** Whether it comes from a publisher, with its markers linked. */
        public boolean isPublishers() {
            return this == JATS || this == ELSEVIER || this == SPRINGER;
        }

        /** Whether a reading of this must not replace one of the other. */
        public boolean isWorseThan(Format other) {
            return !isPublishers() && (other.isPublishers() || (this == BIOC && other == TEI));
        }
    }

    public Article {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(front, "front");
        paragraphs = List.copyOf(paragraphs);
        references = List.copyOf(references);
        conflicts = List.copyOf(conflicts);
        shared = Set.copyOf(shared);
    }

    /** An article with a reference list of its own. */
    public Article(
            Format format,
            Front front,
            List<Paragraph> paragraphs,
            List<Reference> references,
            List<String> conflicts) {
        this(format, front, paragraphs, references, conflicts, Set.of());
    }

    /** The same article under a better id than the one in its file. */
    public Article withId(PublicationId better) {
        return better.equals(front.id())
                ? this
                : new Article(format, front.withId(better), paragraphs, references, conflicts, shared);
    }

    /** The citing publication. */
    public PublicationId id() {
        return front.id();
    }
}
