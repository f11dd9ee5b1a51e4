package org.citestream.ingest.catalogue.registry;

import java.util.List;
import java.util.Optional;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.Reference;

/**
 * A registry of publications. Implementations are thread-safe; both calls block for as long as the registry's policy
 * allow (timeout times attempts).
 */
public interface Registry {
    /** Stable and short, as shown to people: {@code crossref}. */
    String name();

    /**
     * What the registry knows of one publication; empty when it does not know it or cannot look up this kind of id.
     *
     * @throws org.citestream.ingest.remote.RemoteUnavailableException when it did not answer in time or refused
     */
    Optional<RegistryEntry> find(PublicationId id);

    /**
     * The publications that a printed reference may mean, the likeliest first, at most five. Whether one of them is meant
     * is for the caller to decide.
     *
     * @throws org.citestream.ingest.remote.RemoteUnavailableException when it did not answer in time or refused
     */
    List<RegistryEntry> candidates(Reference reference);
}
