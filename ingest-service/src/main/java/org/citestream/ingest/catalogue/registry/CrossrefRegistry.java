package org.citestream.ingest.catalogue.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Identifiers;
import org.citestream.ingest.article.Journal;
import org.citestream.ingest.article.Placement;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.remote.RequestPolicy;

/**
 * Crossref's REST API ({@code /works/DOI}, {@code /works?query.bibliographic=…}). Thread-safe.
 */
public final class CrossrefRegistry extends RestRegistry {

    /** @param userAgent the user agent, with a contact address: Crossref serves clients that give one faster */
    public CrossrefRegistry(URI base, RequestPolicy policy, String userAgent) {
        super("crossref", base, policy, userAgent);
    }

    @Override
    public Optional<RegistryEntry> find(PublicationId id) {
        return id.kind() == PublicationId.Scheme.DOI
                ? get("/works/", id.local()).map(answer -> entry(answer.path("message")))
                : Optional.empty();
    }

    @Override
    public List<RegistryEntry> candidates(Reference reference) {
        return search("/works?rows=5&query.bibliographic=", ReferenceQuery.of(reference), "/message/items");
    }

    @Override
    RegistryEntry entry(JsonNode work) {
        List<Author> authors = new ArrayList<>();
        for (JsonNode author : work.path("author")) {
            JsonText.author(
                            JsonText.of(author, "family"),
                            JsonText.of(author, "given"),
                            JsonText.of(author, "name"),
                            JsonText.of(author, "ORCID"))
                    .ifPresent(authors::add);
        }
        String[] pages = JsonText.pages(JsonText.of(work, "page"));
        return new RegistryEntry(
                new Identifiers(JsonText.doi(JsonText.of(work, "DOI")), null, null, null),
                JsonText.first(work, "title"),
                authors,
                new Journal(
                        JsonText.first(work, "container-title"),
                        JsonText.first(work, "short-container-title"),
                        JsonText.all(work.path("ISSN")),
                        JsonText.of(work, "publisher")),
                date(work.path("issued").path("date-parts").path(0)),
                new Placement(JsonText.of(work, "volume"), JsonText.of(work, "issue"), pages[0], pages[1]),
                JsonText.of(work, "type"),
                CrossrefUpdates.of(work));
    }

    private static PublicationDate date(JsonNode parts) {
        return new PublicationDate(part(parts, 0), part(parts, 1), part(parts, 2));
    }

    private static Integer part(JsonNode parts, int place) {
        return parts.path(place).isInt() ? parts.path(place).intValue() : null;
    }
}
