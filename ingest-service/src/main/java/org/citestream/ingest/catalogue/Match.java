package org.citestream.ingest.catalogue;

import java.util.Objects;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.WireNamed;

/**
 * The publication that a reference cites, and how it was found.
 *
 * @param score 0 to 1; 1 for an identifier, 0 when only the citing article knows the work
 */
public record Match(PublicationId cited, Method method, double score) {
    /** By what a work was found. */
    public enum Method implements WireNamed {
        DOI,
        PMID,
        PMCID,
        ARXIV,
        TITLE,
        OWN;

        /** What proves that an article read under this id is the same as one with a better id. */
        public static Method proving(PublicationId former) {
            return former.kind() == PublicationId.Scheme.REF ? TITLE : of(former.kind());
        }

        static Method of(PublicationId.Scheme kind) {
            return switch (kind) {
                case DOI -> DOI;
                case PMID -> PMID;
                case PMCID -> PMCID;
                case ARXIV -> ARXIV;
                case REF -> OWN;
            };
        }
    }

    public Match {
        Objects.requireNonNull(cited, "cited");
        Objects.requireNonNull(method, "method");
    }

    /** The match by the reference's own id, as if the catalogue were empty. */
    public static Match unaided(PublicationId own) {
        Method method = Method.of(own.kind());
        return new Match(own, method, method == Method.OWN ? 0 : 1);
    }
}
