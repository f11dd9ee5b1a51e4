package org.citestream.ingest.catalogue.registry;

import java.util.List;
import java.util.Optional;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.Reference;

/**
 * A registry of publications. Implementations are thread-safe; both calls block for as long as the policy allows
 * (timeout times attempts).
 */
public interface Registry {
    /** A short, stable name, as shown to people: {@code crossref}. */
    String name();

    /**
     * What the registry knows of one publication; empty when it does not know it or cannot look up this kind of id.
     *
     * @throws org.citestream.ingest.remote.RemoteUnavailableException when it did not answer in time or refused
     */
    Optional<RegistryEntry> find(PublicationId id);

    /**
     * The publications that a printed reference may refer to, likeliest first, at most five. The caller decides whether
     * one of them is meant.
     *
     * @throws org.citestream.ingest.remote.RemoteUnavailableException when it did not answer in time or refused
     */
    List<RegistryEntry> candidates(Reference reference);
}
