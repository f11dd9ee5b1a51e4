package org.citestream.ingest.catalogue;

import java.util.Objects;
import org.citestream.ingest.fact.AliasFound;
import org.citestream.ingest.fact.NoticeIssued;
import org.citestream.ingest.fact.PublicationDescribed;

/** One decoded record of {@code citations.publications.v1}: the closed set of what the catalogue keeps. */
sealed interface LogEntry {
    /** The record's key; the last entry of a key counts. */
    String key();

    /** Offset in the partition of the id; an older entry than the kept one changes nothing. */
    long offset();

    /**
     * A source describes a publication.
     *
     * @param work what the publication is recognised by
     */
    record Described(String key, long offset, String json, PublicationDescribed value, BibliographicKey work)
            implements LogEntry {
        public Described {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(work, "work");
        }
    }

    /** A source withdraws its description. */
    record DescriptionRemoved(String key, long offset, String source, String id) implements LogEntry {}

    /** The same work under a better id. */
    record Alias(String key, long offset, AliasFound value) implements LogEntry {
        public Alias {
            Objects.requireNonNull(value, "value");
        }
    }

    /** An alias is withdrawn. */
    record AliasRemoved(String key, long offset, String from) implements LogEntry {}

    /** An editorial notice. */
    record Notice(String key, long offset, NoticeIssued value) implements LogEntry {
        public Notice {
            Objects.requireNonNull(value, "value");
        }
    }

    /** A notice is withdrawn. */
    record NoticeRemoved(String key, long offset) implements LogEntry {}
}
