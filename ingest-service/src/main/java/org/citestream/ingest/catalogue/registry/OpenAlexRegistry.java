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
 * OpenAlex ({@code /works/doi:…}, {@code /works/pmid:…}, {@code /works?search=…}). Thread-safe.
 */
public final class OpenAlexRegistry extends RestRegistry {

    /** @param userAgent the user agent, with a contact address */
    public OpenAlexRegistry(URI base, RequestPolicy policy, String userAgent) {
        super("openalex", base, policy, userAgent);
    }

    @Override
    public Optional<RegistryEntry> find(PublicationId id) {
        return switch (id.kind()) {
            case DOI, PMID, PMCID -> get("/works/", id.value()).map(this::entry);
            case ARXIV, REF -> Optional.empty();
        };
    }

    @Override
    public List<RegistryEntry> candidates(Reference reference) {
        return search("/works?per-page=5&search=", reference.title() == null ? "" : reference.title(), "/results");
    }

    @Override
    RegistryEntry entry(JsonNode work) {
        List<Author> authors = new ArrayList<>();
        for (JsonNode authorship : work.path("authorships")) {
            JsonNode author = authorship.path("author");
            String[] name = splitName(JsonText.of(author, "display_name"));
            JsonText.author(name[1], name[0], null, JsonText.of(author, "orcid"))
                    .ifPresent(authors::add);
        }
        JsonNode source = work.path("primary_location").path("source");
        JsonNode place = work.path("biblio");
        return new RegistryEntry(
                new Identifiers(
                        JsonText.doi(JsonText.of(work, "doi")),
                        lastPart(JsonText.of(work.path("ids"), "pmid")),
                        pmcid(lastPart(JsonText.of(work.path("ids"), "pmcid"))),
                        null),
                JsonText.of(work, "title"),
                authors,
                new Journal(
                        JsonText.of(source, "display_name"),
                        null,
                        JsonText.all(source.path("issn")),
                        JsonText.of(source, "host_organization_name")),
                date(JsonText.of(work, "publication_date"), work.path("publication_year")),
                new Placement(
                        JsonText.of(place, "volume"),
                        JsonText.of(place, "issue"),
                        JsonText.of(place, "first_page"),
                        JsonText.of(place, "last_page")),
                JsonText.of(work, "type"),
                null);
    }

    /** OpenAlex gives names in one piece; the last word is taken for the family name. */
    private static String[] splitName(String name) {
        if (name == null) {
            return new String[] {null, null};
        }
        int blank = name.lastIndexOf(' ');
        return blank < 0
                ? new String[] {null, name}
                : new String[] {name.substring(0, blank), name.substring(blank + 1)};
    }

    private static PublicationDate date(String day, JsonNode year) {
        if (day != null && day.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return new PublicationDate(
                    Integer.valueOf(day.substring(0, 4)),
                    Integer.valueOf(day.substring(5, 7)),
                    Integer.valueOf(day.substring(8)));
        }
        return year.isInt() ? new PublicationDate(year.intValue(), null, null) : PublicationDate.UNKNOWN;
    }

    private static String pmcid(String id) {
        return id == null ? null : id.startsWith("PMC") ? id : "PMC" + id;
    }

    private static String lastPart(String address) {
        return address == null ? null : address.substring(address.lastIndexOf('/') + 1);
    }
}
