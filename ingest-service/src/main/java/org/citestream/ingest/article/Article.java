package org.citestream.ingest.article;

import java.util.List;
import java.util.Objects;

/**
 * One article as read from its file.
 *
 * @param paragraphs those with markers, in document order
 * @param references in the order of the reference list; keys are unique
 * @param conflicts ids that the file contradicts itself about, in words: one PMID on two DOIs
 */
public record Article(
        Format format, Front front, List<Paragraph> paragraphs, List<Reference> references, List<String> conflicts) {
    /** What the file was written in; publisher XML outranks a machine's reading of a PDF. */
    public enum Format {
        JATS,
        TEI
    }

    public Article {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(front, "front");
        paragraphs = List.copyOf(paragraphs);
        references = List.copyOf(references);
        conflicts = List.copyOf(conflicts);
    }

    /** The same article under a better id than its file gives. */
    public Article withId(PublicationId better) {
        return better.equals(front.id())
                ? this
                : new Article(format, front.withId(better), paragraphs, references, conflicts);
    }

    /** The citing publication. */
    public PublicationId id() {
        return front.id();
    }
}
